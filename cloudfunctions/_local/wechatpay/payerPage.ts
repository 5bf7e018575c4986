import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { yuanShown } from '../../../shared/rules/money'
import type { Decision, PayerResult } from './decide'
import { payerPageStyle } from './payerPageStyle'
import type { SimulatedOrder } from './simulatedOrder'

type Page = HtmlEscapedString | Promise<HtmlEscapedString>

/** Shown to the payer: the sum, and four ways to behave. Says throughout that no money moves. */
export function payerPage(order: SimulatedOrder, returnTo: string): Page {
  const sum = yuanShown(order.fen)
  return frame(
    '模拟支付',
    html`
      <header class="hero">
        <h1 class="hero__row">模拟支付</h1>
        <p class="hero__who">${order.title}</p>
        <p class="money__label">要付</p>
        <p class="money"><span class="money__n">${sum}</span><span class="money__u">元</span></p>
      </header>
      <main class="page">
        <p class="notice"><b>这不是真的付款。</b><br />不会扣您的钱，只用来试。</p>
        <form method="post">
          <input type="hidden" name="prepay_id" value="${order.prepayId}" />
          <input type="hidden" name="return" value="${returnTo}" />
          ${button('confirm', 'btn', `确认付款 ${sum} 元`)} ${button('cancel', 'btn btn--second', '取消')}
          <h2 class="h2">试一试出错的情形</h2>
          ${button('confirmWithoutCallback', 'link', '付了但不通知')}
          <p class="small">钱算付了，医保局收不到通知。</p>
          ${button('silent', 'link', '不回应')}
          <p class="small">没有付，也不告诉小程序。</p>
        </form>
        <p class="small">单号 ${order.orderNumber}</p>
      </main>
    `,
  )
}

/** Why nothing can be paid here, in one sentence, and the way back. */
export function payerDeadEnd(reason: keyof typeof deadEnds, returnTo: string): Page {
  return frame(
    '模拟支付',
    html`
      <header class="hero">
        <p class="hero__row">模拟支付</p>
        <h1 class="h1">${deadEnds[reason]}</h1>
      </header>
      <main class="page">
        ${returnTo === '' ? '' : html`<a class="btn" href="${returnTo}">回去</a>`}
        <p class="small">这是模拟支付，不会扣您的钱。</p>
      </main>
    `,
  )
}

/** Hands the result to the window that opened this one, and closes; a silent payer hands over nothing. */
export function payerGoodbye(prepayId: string, result: PayerResult): Page {
  const message = JSON.stringify({ source: 'wechatpay-simulator', prepayId, result }).replaceAll(
    '<',
    '\\u003c',
  )
  const tell = result === 'silent' ? '' : `window.opener?.postMessage(${message}, window.location.origin);`
  return frame(
    '模拟支付',
    html`
      <header class="hero">
        <p class="hero__row">模拟支付</p>
      </header>
      <main class="page"><h1 class="h1">可以关上这一页了</h1></main>
      <script>
        ${raw(tell)}
        window.close()
      </script>
    `,
  )
}

const deadEnds = {
  unknownPrepay: '没有这笔单。请回去重新缴。',
  paid: '这笔已经付过了。不要再付。',
  closed: '这笔单已经关了，不能付。',
  expired: '这笔单过了时间，不能付。',
  foreignReturn: '回去的地址不对，不能打开。',
  malformed: '这个请求不对，没有付款。',
}

function button(decision: Decision, look: string, words: string): Page {
  return html`<button class="${look}" name="decision" value="${decision}">${words}</button>`
}

function frame(title: string, content: Page): Page {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(payerPageStyle)}
        </style>
      </head>
      <body>
        ${content}
      </body>
    </html>`
}
