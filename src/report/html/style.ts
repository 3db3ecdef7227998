/**
 * The page's style sheet. Quiet and official: the double red rule of a document head, Song type for titles, one accent
 * colour per severity; system fonts only. `.filtered` hides on screen and never on paper.
 */
export const STYLE = `
:root {
  --paper: #f5f4f0; --sheet: #fff; --ink: #1f2328; --soft: #5b636d; --line: #dcd8cf; --faint: #f0eee8;
  --rule: #b3261e; --link: #1f4e79;
  --block: #a3201a; --block-tint: #fbeceb; --review: #8a5300; --review-tint: #fbf2e2;
  --info: #2b5a86; --info-tint: #eaf1f8; --unread: #4a3d6b; --unread-tint: #efecf6; --quiet: #3d6247; --quiet-tint: #edf3ee;
  --song: "FZXiaoBiaoSong-B05S", "方正小标宋简体", "Songti SC", "STSong", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", serif;
  --sans: "PingFang SC", "Microsoft YaHei", "微软雅黑", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif;
  --mono: "Cascadia Mono", "Consolas", "Menlo", "Noto Sans Mono CJK SC", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --sheet: #1f2226; --ink: #e6e4df; --soft: #a2a8b0; --line: #383d44; --faint: #272b30;
    --rule: #d0645c; --link: #9cc3ea;
    --block: #f08d86; --block-tint: #3a2322; --review: #e3b264; --review-tint: #362c1b;
    --info: #8fbce6; --info-tint: #1f2d3a; --unread: #bfb0e6; --unread-tint: #2b2638; --quiet: #9cc7a7; --quiet-tint: #212d24;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.75 var(--sans); overflow-wrap: anywhere; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; }
h1, h2, .result { font-family: var(--song); font-weight: 700; }
h1 { font-size: 2.1rem; line-height: 1.3; letter-spacing: .06em; }
h2 { font-size: 1.35rem; margin: 2.75rem 0 .5rem; }
h3 { font-size: 1.08rem; line-height: 1.5; }
h4 { font-size: .95rem; margin: 1.25rem 0 .4rem; }
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.muted, .subtitle, .facts { color: var(--soft); }
h2 .muted { font-size: 1rem; font-weight: 400; margin-left: .25em; }

.masthead { padding-bottom: 1.25rem; border-bottom: 3px solid var(--rule); position: relative; margin-bottom: 2rem; }
.masthead::after { content: ""; position: absolute; left: 0; right: 0; bottom: -7px; border-bottom: 1px solid var(--rule); }
.about { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin-top: 1rem; }
.about div { display: flex; gap: .75em; }
.about dt { color: var(--soft); white-space: nowrap; }

.verdict { background: var(--sheet); border: 1px solid var(--line); border-left: 6px solid var(--accent); padding: 1.25rem 1.5rem; }
.verdict .label { font: .9rem var(--sans); color: var(--soft); margin: 0; }
.verdict .result { font-size: 1.75rem; line-height: 1.5; color: var(--accent); }
.verdict { --accent: var(--unread); }
.verdict.clean { --accent: var(--quiet); }
.verdict.findings { --accent: var(--block); }
.closing { font-weight: 700; margin-top: .5rem; }

.figures { display: flex; flex-wrap: wrap; gap: 1rem; }
.sum, .severities { display: flex; flex-wrap: wrap; align-items: center; background: var(--sheet); border: 1px solid var(--line); padding: .75rem 1rem; gap: .25rem .5rem; }
.figure { text-align: center; min-width: 4.6rem; line-height: 1.4; }
.figure b { display: block; font: 700 1.7rem/1.25 var(--song); font-variant-numeric: tabular-nums; }
.figure span { font-size: .88rem; color: var(--soft); }
.figure.block b { color: var(--block); } .figure.review b { color: var(--review); } .figure.info b { color: var(--info); }
.figure.unexamined b, .figure.partial b { color: var(--unread); }
.figure.zero b { color: var(--soft); font-weight: 400; }
.sign { color: var(--soft); font-size: 1.2rem; }
.further span:not(:last-child)::after { content: "　"; }
.steps { padding-left: 1.6em; }
.steps li { padding-left: .3em; margin: .35rem 0; }

table { border-collapse: collapse; width: 100%; background: var(--sheet); border: 1px solid var(--line); }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-size: .88rem; color: var(--soft); white-space: nowrap; background: var(--faint); }
.overview td { white-space: nowrap; } .overview td:nth-child(3) { white-space: normal; min-width: 8em; }
.count { text-align: right; font-variant-numeric: tabular-nums; }
td.count.block { color: var(--block); font-weight: 700; } td.count.review { color: var(--review); font-weight: 700; }
td.count.zero { color: var(--soft); font-weight: 400; }
.anatomy th { color: var(--soft); white-space: nowrap; width: 9.5em; }
.anatomy th, .anatomy td { padding: .3rem .75rem; }
.absent { font-size: .88rem; margin-top: .3rem; }
.skipped th { width: 45%; }

.badge { display: inline-block; border: 1px solid currentColor; border-radius: 3px; padding: 0 .5em; font-size: .85rem; line-height: 1.6; white-space: nowrap; }
.status-examined { color: var(--soft); }
.status-unexamined, .status-partial { color: var(--unread); background: var(--unread-tint); border-style: dashed; font-weight: 700; }
.status-skipped { color: var(--soft); border-style: dotted; }
.state-hold { color: var(--block); background: var(--block-tint); font-weight: 700; }
.state-needs-review { color: var(--review); background: var(--review-tint); font-weight: 700; }
.state-unread { color: var(--unread); }
.state-nothing-found { color: var(--soft); white-space: normal; }
.severity-block { color: var(--sheet); background: var(--block); border-color: var(--block); font-weight: 700; }
.severity-review { color: var(--review); background: var(--review-tint); font-weight: 700; }
.severity-info { color: var(--info); background: var(--info-tint); }

#filter, #decide { display: flex; flex-wrap: wrap; align-items: end; gap: .6rem 1rem; margin-top: 2rem; padding: 1rem; background: var(--faint); border: 1px solid var(--line); }
#filter[hidden], #decide[hidden] { display: none; }
#decide { margin-top: .6rem; }
#filter label, #decide label { font-size: .88rem; color: var(--soft); display: grid; }
#filter label:first-child { flex: 1 1 14rem; }
#filter input, #filter select, #filter button, #decide input, #decide button, .decide, .decision input, .decision select { font: 1rem/1.5 var(--sans); color: var(--ink); background: var(--sheet); border: 1px solid var(--line); border-radius: 3px; padding: .35rem .6rem; min-height: 2.5rem; }
#filter input { width: 100%; }
#filter button, #decide button, .decide { cursor: pointer; }
#filter-count, #decide-count { flex-basis: 100%; font-size: .88rem; color: var(--soft); }

.file { background: var(--sheet); border: 1px solid var(--line); padding: 1.25rem 1.5rem 1.5rem; margin: 1rem 0; }
.unread .file { border-left: 6px solid var(--unread); }
.file:target { outline: 2px solid var(--link); }
.badges { margin: .35rem 0; display: flex; flex-wrap: wrap; gap: .4rem; }
.facts { font-size: .85rem; }
.facts span:not(.hash):not(:last-child)::after { content: "　"; }
.facts span span::after { content: none; }
.hash { font-family: var(--mono); font-size: .78rem; display: block; }
.notices { background: var(--unread-tint); padding: .75rem 1rem; margin-top: .9rem; }
.notices h4 { margin-top: 0; }
.notices ul, .opinion ul, .limits ul { padding-left: 1.25em; }
dl > div { display: flex; gap: 1em; }
dl > div > dt { flex: none; color: var(--soft); }
.opinion { margin-top: .9rem; display: grid; gap: .2rem; }
.opinion dt { width: 7.5em; }
.opinion dd { flex: 1; min-width: 0; }
.finding-list, .places { list-style: none; padding: 0; }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--accent, var(--info)); padding: .75rem 1rem; margin: .6rem 0; }
.finding.block { --accent: var(--block); } .finding.review { --accent: var(--review); } .finding.accepted { --accent: var(--line); }
.finding-head { display: flex; flex-wrap: wrap; gap: .2rem .6rem; align-items: center; }
.finding dl { font-size: .92rem; display: grid; gap: .15rem; }
.finding dt { width: 4em; }
.finding dd { flex: 1; min-width: 0; }
.law { display: block; }
.accepted-by { color: var(--soft); }
.places { margin: .4rem 0 .6rem; border-top: 1px solid var(--line); }
.places li { padding: .35rem 0; border-bottom: 1px solid var(--line); }
.place { color: var(--soft); font-size: .92rem; margin-right: .5em; }
.tag { font-size: .85rem; color: var(--unread); background: var(--unread-tint); padding: 0 .4em; margin-right: .5em; }
q { quotes: "「" "」"; }
mark { background: var(--review-tint); color: inherit; border-bottom: 2px solid var(--review); padding: 0 .1em; }
.decide { font-size: .88rem; min-height: 0; margin-top: .6rem; color: var(--link); }
.decide[hidden] { display: none; }
.decision { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; margin-top: .6rem; padding: .6rem .8rem; background: var(--faint); }
.decision .reason { flex: 1 1 16rem; display: flex; gap: .5em; align-items: center; white-space: nowrap; }
.decision .reason input { flex: 1; min-width: 0; }
summary { cursor: pointer; color: var(--link); padding: .2rem 0; }
.preview figure { margin: .6rem 0; } .preview figcaption { font-size: .88rem; color: var(--soft); }
.preview img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); background: #fff; }
.paper { max-height: 40rem; overflow: auto; border: 1px solid var(--line); padding: 1rem 1.25rem; margin-top: .4rem; overflow-wrap: anywhere; }
.paper :is(h1, h2, h3, h4, h5, h6) { font-size: 1.1rem; margin: .4rem 0; }
.paper > * + *, .paper td > * + * { margin-top: .4rem; }
.signatures th { width: 16em; color: var(--soft); } .signatures th:nth-child(3) { width: 5em; } .signatures td { height: 2.6rem; }
.limits li { margin: .3rem 0; }
.particulars { font-size: .88rem; color: var(--soft); }
.particulars dt { width: 8em; }
.particulars dd { flex: 1; min-width: 0; }

@media screen {
  .filtered { display: none; }
  /* Long reports: what is out of sight is laid out when it comes into sight. */
  .file { content-visibility: auto; contain-intrinsic-size: auto 28rem; }
}
@media screen and (max-width: 40rem) {
  main { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.55rem; letter-spacing: .02em; }
  .about { display: grid; }
  .verdict, .file { padding: 1rem; }
  .sum, .severities { gap: .25rem .15rem; padding: .75rem .5rem; }
  .figure { min-width: 3.35rem; }
  .figure span { font-size: .78rem; }
  .overview thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  .overview tr { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem .75rem; padding: .6rem .75rem; border-bottom: 1px solid var(--line); }
  .overview th, .overview td { border: 0; padding: 0; }
  .overview th { flex-basis: 100%; }
  .overview td:nth-child(3) { white-space: normal; min-width: 0; }
  .overview td.count::before { content: attr(data-label) " "; font-weight: 400; color: var(--soft); }
  .overview td.count.zero { display: none; }
  .opinion > div, .finding dl > div, .particulars dl > div { display: block; }
  .anatomy th { width: 7em; white-space: normal; }
  .skipped th, .skipped td { display: block; width: auto; }
  .skipped th { border: 0; padding-bottom: 0; }
  #filter label, #decide label { flex: 1 1 8rem; }
  .preview figure { margin: .6rem 0; } .preview figcaption { font-size: .88rem; color: var(--soft); }
.preview img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); background: #fff; }
.paper { max-height: 40rem; overflow: auto; border: 1px solid var(--line); padding: 1rem 1.25rem; margin-top: .4rem; overflow-wrap: anywhere; }
.paper :is(h1, h2, h3, h4, h5, h6) { font-size: 1.1rem; margin: .4rem 0; }
.paper > * + *, .paper td > * + * { margin-top: .4rem; }
.signatures th { width: auto; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --faint: #f2f2f2; --rule: #b3261e; --link: #000;
    --block: #a3201a; --block-tint: #fff; --review: #7a4900; --review-tint: #fff; --info: #2b5a86; --info-tint: #fff;
    --unread: #4a3d6b; --unread-tint: #f3f1f8; --quiet: #3d6247; --quiet-tint: #fff;
  }
  @page { size: A4; margin: 18mm 16mm 20mm; }
  body { font-size: 10.5pt; line-height: 1.6; }
  main { max-width: none; padding: 0; }
  #filter, #decide, .decide, summary { display: none; }
  .paper { max-height: none; overflow: visible; } .preview figure { break-inside: avoid; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; margin-top: 18pt; } h3 { font-size: 11.5pt; }
  h2, h3, h4, .finding-head, .group > p, .file > header { break-after: avoid; }
  .file:not(:has(.finding)), .verdict, .figures, .notices, .opinion, .finding, tr, .steps li, .limits, .signatures { break-inside: avoid; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
  .severity-block { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
