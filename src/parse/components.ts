const named = /^(\ufeff?[ \t]*<(?:Pr|Scrip|Styl|Textare))[aet](?=[\s/>])/gm

/**
 * `<Textarea />` of MDX is a component. CommonMark, which knows no case, takes it for an element whose content is raw, and all that follows
 * for that content. For the parser it ends in another letter; names of tags are read from the source.
 */
export function hideComponents(path: string, text: string): string {
  return path.endsWith('.mdx') && /<(?:Pre|Script|Style|Textarea)\b/.test(text) ? text.replace(named, '$1x') : text
}
