/** The payer page in the product's own colours, sizes and targets. */
export const payerPageStyle = `
* { box-sizing: border-box; margin: 0; padding: 0; }
body {
  font: 18px/1.5 -apple-system, BlinkMacSystemFont, 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans',
    'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
  color: #13202C; background: #FFFFFF; overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
}
:focus-visible { outline: 3px solid #13202C; outline-offset: 2px; }
.hero { padding: 12px 20px 24px; background: #173F6B; color: #FFFFFF; }
.hero__row { font-size: 16px; font-weight: 700; }
.hero__who { margin-top: 12px; }
.h1 { margin-top: 12px; font-size: 28px; line-height: 1.3; text-wrap: balance; }
.h2 { margin: 32px 0 4px; font-size: 22px; line-height: 1.3; }
.small { font-size: 16px; color: #3A4753; }
.money__label { margin-top: 12px; font-size: 20px; font-weight: 700; }
.money { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 8px; font-weight: 700; }
.money__n { font-size: 80px; line-height: 1.1; white-space: nowrap; letter-spacing: -0.02em; }
.money__u { font-size: 22px; }
.page { padding: 24px 20px 48px; }
.page > .small { margin-top: 24px; }
.notice { margin-bottom: 24px; padding: 16px; background: #FBF0DA; }
.btn {
  display: flex; align-items: center; justify-content: center; width: 100%; min-height: 60px;
  padding: 8px 16px; border: 2px solid #173F6B; border-radius: 4px; background: #173F6B; color: #FFFFFF;
  font: inherit; font-size: 20px; font-weight: 700; text-align: center; text-decoration: none;
}
.btn + .btn { margin-top: 12px; }
.btn:active { background: #0E2A49; border-color: #0E2A49; color: #FFFFFF; }
.btn--second { min-height: 52px; background: #FFFFFF; color: #173F6B; font-size: 18px; }
.link {
  display: block; min-width: 48px; min-height: 48px; margin-top: 8px; border: 0; background: none;
  color: #173F6B; font: inherit; text-align: left; text-decoration: underline; text-underline-offset: 4px;
}
.link:active { color: #0E2A49; }
`
