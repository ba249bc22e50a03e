/** What `box-id`, `boxId`, `{box_id}` and `box.id` have in common: the same word, written in several ways. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[-_ .:{}<>]/g, '')
}
