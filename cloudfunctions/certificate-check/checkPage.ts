/** The page a printed code leads to. It runs no script, fetches nothing, and holds nothing of the request. */
interface Said {
  heading: string
  lines: readonly string[]
}

const pages = {
  valid: {
    heading: '有效',
    lines: [
      '这张纸对应的参保记录，现在还在。',
      '本页不显示是谁、哪一年，也不能证明纸上的字没有改过。',
      '要核对内容，请本人在手机上打开“我的凭证”，或者问医保局。',
    ],
  },
  invalid: {
    heading: '无效',
    lines: ['没有对应的参保记录，或者已经退费。', '有疑问，请问医保局。'],
  },
  tooMany: { heading: '查得太多了', lines: ['请过一小时再查。'] },
  outage: { heading: '现在查不了', lines: ['请过一会再扫一次。'] },
} as const satisfies Record<string, Said>

export const checkPage = (outcome: keyof typeof pages): string => {
  const { heading, lines } = pages[outcome]
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>查验参保记录</title>
<style>${style}</style>
</head>
<body>
<main class="${outcome}">
<p class="what">查验打印的参保记录</p>
<h1>${heading}</h1>
${lines.map((line) => `<p>${line}</p>`).join('\n')}
</main>
</body>
</html>
`
}

const style = `
body{margin:0;background:#fff;color:#13202c;font:18px/1.5 sans-serif}
main{max-width:34em;margin:0 auto;padding:24px 20px}
.what{color:#3a4753}
h1{margin:16px 0;padding:24px 20px;border:4px solid #13202c;font-size:44px;line-height:1.3}
.valid h1{border-color:#0f4f36;color:#0f4f36}
.invalid h1{border-color:#93141a;color:#93141a}
`
