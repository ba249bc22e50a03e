/**
 * The look and the behaviour of the HTML report. Both are constants, so that the page's policy can name them by hash and
 * forbid everything else; a test computes the hashes.
 */
export const style = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1c2126;--soft:#5b6570;--line:#d8dde3;--card:#f6f8fa;--error:#b3261e;--warning:#8a5a00;--info:#0b5cad;--mark:#ffe3a3;--hit:#fff6df;--ok:#1a7f37}
@media(prefers-color-scheme:dark){:root{--bg:#14181d;--fg:#e4e8ec;--soft:#9aa5b1;--line:#313943;--card:#1c2229;--error:#ff8a80;--warning:#ffc14d;--info:#7ab8ff;--mark:#6b5200;--hit:#2a2616;--ok:#5bd178}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:80rem;padding:1.5rem;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,sans-serif}
h1{margin:0;font-size:1.4rem}h2{font-size:1.05rem;margin:2rem 0 .75rem;overflow-wrap:anywhere}h3{font-size:1rem;margin:0;font-weight:600;overflow-wrap:anywhere}
small{color:var(--soft);font-weight:400}
.assumed,.meta,figcaption,.keys,.more,footer{color:var(--soft);font-size:.87rem;margin:.25rem 0}
.tiles{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0}
.tile{border:1px solid var(--line);border-radius:.5rem;padding:.4rem .8rem;background:var(--card);min-width:5.5rem;display:flex;flex-direction:column-reverse}
.tile dt{color:var(--soft);font-size:.8rem}.tile dd{margin:0;font-size:1.35rem;font-variant-numeric:tabular-nums}
.tile.error dd,.error .severity{color:var(--error)}.tile.warning dd,.warning .severity{color:var(--warning)}.tile.info dd,.info .severity{color:var(--info)}
.filters{position:sticky;top:0;background:var(--bg);border-bottom:1px solid var(--line);padding:.6rem 0;display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;z-index:1}
.filters[hidden]{display:none}
.filters label{font-size:.87rem;color:var(--soft)}
input,select{font:inherit;color:var(--fg);background:var(--card);border:1px solid var(--line);border-radius:.35rem;padding:.2rem .4rem;max-width:16rem}
kbd{border:1px solid var(--line);border-radius:.25rem;padding:0 .3rem;font-size:.8rem}
article{border:1px solid var(--line);border-left:4px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:0 0 .75rem}
article.error{border-left-color:var(--error)}article.warning{border-left-color:var(--warning)}article.info{border-left-color:var(--info)}
article[hidden],.page[hidden]{display:none}
.severity{font-size:.8rem;text-transform:uppercase;letter-spacing:.03em}
.badge{border:1px solid var(--ok);color:var(--ok);border-radius:1rem;padding:0 .5rem;font-size:.78rem}
.places{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(28rem,100%),1fr));gap:.75rem}
figure{margin:.5rem 0 0;min-width:0}
figcaption em{font-style:normal;color:var(--fg)}
pre{margin:.25rem 0 0;padding:.4rem 0;background:var(--card);border:1px solid var(--line);border-radius:.35rem;overflow-x:auto;font:13px/1.5 ui-monospace,monospace}
.row{display:block;padding-right:.75rem;min-width:max-content}.row.hit{background:var(--hit)}
.row i{display:inline-block;width:3.5rem;padding-right:.75rem;text-align:right;font-style:normal;color:var(--soft);user-select:none}
mark{background:var(--mark);color:inherit;border-radius:.15rem}
.help::before{content:"help: ";color:var(--ok)}.help{margin:.5rem 0 0}
.clean{color:var(--ok);font-size:1.1rem}
:focus-visible{outline:2px solid var(--info);outline-offset:2px}
@media print{.filters{display:none}article{break-inside:avoid}}
`

export const script = `
const form = document.querySelector('form')
if (form) {
  form.hidden = false
  const articles = [...document.querySelectorAll('article')]
  const texts = articles.map((it) => (it.closest('section').querySelector('h2').textContent + it.textContent).toLowerCase())
  const apply = () => {
    const wanted = form.text.value.toLowerCase()
    let shown = 0
    articles.forEach((it, i) => {
      const fits = ['severity', 'family', 'rule'].every((key) => !form[key].value || it.dataset[key] === form[key].value)
      it.hidden = !(fits && texts[i].includes(wanted))
      if (!it.hidden) shown++
    })
    for (const page of document.querySelectorAll('.page')) page.hidden = !page.querySelector('article:not([hidden])')
    form.shown.value = shown + ' of ' + articles.length + ' shown'
  }
  form.addEventListener('input', apply)
  form.addEventListener('submit', (event) => event.preventDefault())
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.matches('input, select')) {
      if (event.key === 'Escape') event.target.blur()
      return
    }
    const visible = articles.filter((it) => !it.hidden)
    const at = visible.indexOf(document.activeElement.closest('article'))
    if (event.key === '/') form.text.focus()
    else if (event.key === 'j') visible[Math.min(at + 1, visible.length - 1)]?.focus()
    else if (event.key === 'k') visible[Math.max(at - 1, 0)]?.focus()
    else return
    event.preventDefault()
  })
}
`

export const styleHash = 'sha256-6OaIBRyCvQ8fJQaWnQPwXhedO5eroPirhLE2pBTe3Tg='
export const scriptHash = 'sha256-Cf1EMLs6cyB/j6ADyd4iICwqaP2evaP5OEZ2bgfAeY8='
