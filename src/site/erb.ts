import type { Mechanism } from './include-spec.ts'

/** Middleman tries every template that ends in something it can render. */
const partials = ['md', 'md.erb', 'markdown', 'erb', 'html', 'html.md', 'html.erb', 'html.md.erb', 'haml', 'slim']
export const middlemanNames = partials.map((extension) => `_*.${extension}`)

/** Partials of ERB, as Rails and nanoc call them, and as Middleman does, which builds Slate. */
export const erb: Mechanism[] = [
  {
    name: 'erb-partial',
    kind: 'inline',
    hints: ['partial:'],
    pattern: /<%=\s*render\w*\s*(?:\(\s*)?partial:\s*(["'])(?<target>[^"'\n]{1,400})\1[^%\n]{0,200}%>/dgm,
    roots: ['~/pages', '/pages', '~/content', '~/app/views', '.', '/'],
    names: middlemanNames,
    infer: true,
    unmistakable: true,
  },
  {
    name: 'middleman-partial',
    kind: 'inline',
    hints: ['<%= partial', '<%=partial'],
    pattern: /<%=[ \t]*partial[ \t]*(?:\([ \t]*)?(["'])(?<target>[^"'\n]{1,400})\1[^%\n]{0,200}%>/dgm,
    roots: ['.', '/', '~/source', '~'],
    names: [...middlemanNames, '_*', '*', ...partials.map((extension) => `*.${extension}`)],
    infer: true,
    unmistakable: true,
  },
]
