/**
 * The look and the behaviour of the HTML report. Both are constants, so that the page's policy can name them by hash and
 * forbid everything else; a test computes the hashes.
 */
export const style = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1c2126;--soft:#59636e;--line:#d8dde3;--card:#f6f8fa;--error:#b3261e;--warning:#8a5a00;--info:#0b5cad;--mark:#ffe3a3;--hit:#fff6df;--ok:#1a7f37;--del:#ffebe9;--del-mark:#ffc1bc;--ins:#e6ffec;--ins-mark:#a6f0b9;--far:#eef5ff;--far-mark:#bfdbff;--bar-error:#d1443a;--bar-warning:#e3a008;--bar-info:#4c8dd6}
@media(prefers-color-scheme:dark){:root{--bg:#14181d;--fg:#e4e8ec;--soft:#9aa5b1;--line:#313943;--card:#1c2229;--error:#ff8a80;--warning:#ffc14d;--info:#7ab8ff;--mark:#6b5200;--hit:#2a2616;--ok:#5bd178;--del:#36191b;--del-mark:#7d2b2f;--ins:#14301c;--ins-mark:#1f6b35;--far:#17263a;--far-mark:#24508a;--bar-error:#e5645a;--bar-warning:#d99a1c;--bar-info:#4c8dd6}}
*{box-sizing:border-box}
html{scroll-padding-top:4.5rem}
body{margin:0 auto;max-width:96rem;padding:1.5rem;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,sans-serif}
h1{margin:0;font-size:1.05rem;letter-spacing:.01em}h2{font-size:1.05rem;margin:0 0 .75rem;overflow-wrap:anywhere}h3{font-size:1rem;margin:0;font-weight:600;overflow-wrap:anywhere}
header h2,nav h2,summary{font-size:.78rem;text-transform:uppercase;letter-spacing:.05em;color:var(--soft);margin:0 0 .35rem;font-weight:600}
small{color:var(--soft);font-weight:400}
.assumed,.meta,figcaption,.keys,.more,.notes{color:var(--soft);font-size:.87rem;margin:.25rem 0}
.verdict{font-size:1.5rem;font-weight:600;line-height:1.3;margin:.75rem 0 .5rem}
.bar{display:block;width:100%;height:.5rem;border-radius:.25rem;background:var(--line)}
rect.error{fill:var(--bar-error)}rect.warning{fill:var(--bar-warning)}rect.info{fill:var(--bar-info)}rect.ok{fill:var(--ok)}
.numbers{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:1.25rem 0}
.tiles{display:flex;flex-wrap:wrap;gap:.5rem;margin:0}
.tile{border:1px solid var(--line);border-radius:.5rem;padding:.35rem .75rem;background:var(--card);min-width:4.6rem;display:flex;flex-direction:column-reverse}
.tile dt{color:var(--soft);font-size:.8rem}.tile dd{margin:0;font-size:1.3rem;font-variant-numeric:tabular-nums}
.tile.error dd,.error .severity{color:var(--error)}.tile.warning dd,.warning .severity{color:var(--warning)}.tile.info dd,.info .severity{color:var(--info)}.tile.ok dd{color:var(--ok)}
.coverage{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin:0;font-size:.87rem}
.coverage div{width:8.5rem}.coverage dt{color:var(--soft)}.coverage dd{display:flex;align-items:center;gap:.5rem;margin:0}.coverage dd span{white-space:nowrap;min-width:2.6rem;text-align:right;font-variant-numeric:tabular-nums}
.filters{position:sticky;top:0;background:var(--bg);border-bottom:1px solid var(--line);padding:.6rem 0;display:flex;flex-wrap:wrap;gap:.5rem .9rem;align-items:center;z-index:1}
.filters[hidden]{display:none}
.filters label,.filters output{font-size:.87rem;color:var(--soft)}.filters output{color:var(--fg);font-weight:600}
input,select,.filters button{font:inherit;font-size:.87rem;color:var(--fg);background:var(--card);border:1px solid var(--line);border-radius:.35rem;padding:.2rem .45rem;max-width:14rem}
kbd{border:1px solid var(--line);border-radius:.25rem;padding:0 .3rem;font-size:.8rem}
.keys{margin-left:auto}
.columns{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:2rem;margin-top:1rem}
nav{position:sticky;top:4.5rem;align-self:start;max-height:calc(100vh - 5.5rem);overflow:auto;font-size:.87rem;padding:.25rem}
nav ul{list-style:none;margin:0;padding:0}.families>li{margin-bottom:.6rem}
nav button,nav a{display:block;width:100%;font:inherit;color:inherit;background:none;border:0;border-radius:.3rem;padding:.12rem .4rem;text-align:left;text-decoration:none;cursor:pointer;overflow-wrap:anywhere}
nav button:hover,nav a:hover,nav [aria-pressed=true]{background:var(--card)}nav [aria-pressed=true]{box-shadow:inset 2px 0 0 var(--info)}
nav b{float:right;margin-left:.5rem;font-weight:400;color:var(--soft);font-variant-numeric:tabular-nums}
.families>li>button{font-weight:600}.families .bar{height:.25rem;margin-top:.15rem;background:none;clear:both}
nav ul ul button{padding-left:1rem;color:var(--soft)}
details{margin-top:1rem}summary{cursor:pointer}
.page{margin-bottom:2rem}
article{border:1px solid var(--line);border-left:4px solid var(--line);border-radius:.5rem;padding:.7rem 1rem .8rem;margin:0 0 .75rem;content-visibility:auto;contain-intrinsic-size:auto 13rem}
article.error{border-left-color:var(--bar-error)}article.warning{border-left-color:var(--bar-warning)}article.info{border-left-color:var(--bar-info)}
article[hidden],.page[hidden]{display:none}
.severity{font-size:.78rem;text-transform:uppercase;letter-spacing:.03em;margin-right:.15rem}
.meta{margin:.1rem 0 0}
.badge{border:1px solid var(--ok);color:var(--ok);border-radius:1rem;padding:0 .5rem;font-size:.78rem}
.places{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:.75rem}
figure{margin:.5rem 0 0;min-width:0}
figcaption{overflow-wrap:anywhere}figcaption em{font-style:normal;color:var(--fg)}
pre{margin:.25rem 0 0;padding:.4rem 0;background:var(--card);border:1px solid var(--line);border-radius:.35rem;overflow-x:auto;font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.row{display:block;padding-right:.75rem;min-width:max-content}.row.hit{background:var(--hit)}
.row i{display:inline-block;width:3.5rem;padding-right:.75rem;text-align:right;font-style:normal;color:var(--soft);user-select:none}
.row.del{background:var(--del)}.row.ins{background:var(--ins)}
mark{background:var(--mark);color:inherit;border-radius:.15rem}.other .hit{background:var(--far)}.other mark{background:var(--far-mark)}del,ins{color:inherit;text-decoration:none;border-radius:.15rem}del{background:var(--del-mark)}ins{background:var(--ins-mark)}
.help::before{content:"help: ";color:var(--ok)}.help{margin:.5rem 0 0}
.clean{color:var(--ok)}
:focus-visible{outline:2px solid var(--info);outline-offset:2px}
@media(max-width:60rem){.columns{display:block}nav{position:static;max-height:none;margin-bottom:1.5rem}.filters{position:static}.keys{display:none}}
@media print{.filters,nav{display:none}.columns{display:block}article{break-inside:avoid;content-visibility:visible}}
`

export const script = `
const form = document.querySelector('form')
if (form) {
  form.hidden = false
  const main = document.querySelector('main')
  const articles = [...document.querySelectorAll('article')]
  const texts = articles.map((it) => (it.dataset.path + it.textContent).toLowerCase())
  const byPage = [...main.children]
  const home = new Map(articles.map((it) => [it, it.parentElement]))
  const keys = ['severity', 'family', 'rule']
  let byRule
  const ruleSections = () => {
    const sections = new Map()
    for (const button of document.querySelectorAll('nav [data-rule]')) {
      const section = document.createElement('section')
      const heading = document.createElement('h2')
      const summary = document.createElement('small')
      section.className = 'page'
      summary.textContent = button.title
      heading.append(button.dataset.rule + ' ', summary)
      section.append(heading)
      sections.set(button.dataset.rule, section)
    }
    return sections
  }
  const group = () => {
    const wanted = form.group.value
    if ((main.dataset.group ?? 'page') === wanted) return
    main.dataset.group = wanted
    byRule ??= ruleSections()
    for (const it of articles) (wanted === 'rule' ? byRule.get(it.dataset.rule) : home.get(it)).append(it)
    main.replaceChildren(...(wanted === 'rule' ? byRule.values() : byPage))
  }
  const apply = () => {
    group()
    const wanted = form.text.value.toLowerCase()
    let shown = 0
    articles.forEach((it, i) => {
      const fits = keys.every((key) => !form[key].value || it.dataset[key] === form[key].value)
      it.hidden = !(fits && texts[i].includes(wanted))
      if (!it.hidden) shown++
    })
    for (const page of main.children) page.hidden = !page.querySelector('article:not([hidden])')
    for (const button of document.querySelectorAll('nav button')) {
      const [key] = Object.keys(button.dataset)
      button.setAttribute('aria-pressed', form[key].value === button.dataset[key])
    }
    form.shown.value = shown + ' of ' + articles.length + ' shown'
  }
  form.addEventListener('input', apply)
  form.addEventListener('reset', () => setTimeout(apply))
  form.addEventListener('submit', (event) => event.preventDefault())
  document.querySelector('nav').addEventListener('click', (event) => {
    const button = event.target.closest('button')
    if (!button) return
    const [key] = Object.keys(button.dataset)
    const value = form[key].value === button.dataset[key] ? '' : button.dataset[key]
    form.family.value = form.rule.value = ''
    form[key].value = value
    apply()
    form.scrollIntoView()
  })
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.matches('input, select')) {
      if (event.key === 'Escape') event.target.blur()
      return
    }
    const visible = [...main.querySelectorAll('article:not([hidden])')]
    const at = visible.indexOf(document.activeElement.closest('article'))
    if (event.key === '/') form.text.focus()
    else if (event.key === 'j') visible[Math.min(at + 1, visible.length - 1)]?.focus()
    else if (event.key === 'k') visible[Math.max(at - 1, 0)]?.focus()
    else if (event.key === 'g') {
      form.group.value = form.group.value === 'page' ? 'rule' : 'page'
      apply()
    } else return
    event.preventDefault()
  })
}
`

export const styleHash = 'sha256-4hRc/y+c4kS93Ipe4iV2lBF08aR8ZdeR8gtqoSweBbA='
export const scriptHash = 'sha256-jaz1w6/b/yD2km23WuJkSu2znDd1/E96tlQcoZn2cQs='
