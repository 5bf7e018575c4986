import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { yuanText } from '../../../shared/rules/money'
import type { ReminderMessage } from '../../_ports/reminders'
import { shanghaiTime } from '../../_ports/clock'

type Message = ReminderMessage & { sentAt: string }

/** The mailbox: what WeChat would have shown, said to be made up. */
export const mailboxPage = (messages: readonly Message[]): HtmlEscapedString | Promise<HtmlEscapedString> =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>收到的提醒</title>
        <style>
          body {
            margin: 0;
            background: #fff;
            color: #13202c;
            font: 18px/1.5 sans-serif;
          }
          main {
            max-width: 34em;
            margin: 0 auto;
            padding: 24px 20px;
          }
          h1 {
            font-size: 28px;
            line-height: 1.3;
          }
          article {
            padding: 16px 0;
            border-top: 2px solid #13202c;
          }
          h2 {
            margin: 0 0 8px;
            font-size: 22px;
            line-height: 1.3;
          }
          p {
            margin: 0;
          }
          .muted {
            color: #3a4753;
            font-size: 16px;
          }
          a {
            display: inline-block;
            min-width: 48px;
            padding: 12px 0;
            color: #173f6b;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>收到的提醒</h1>
          <p class="muted">演示用：这里代替微信的“服务通知”。</p>
          ${messages.length === 0 ? html`<p>还没有。</p>` : messages.map(shown)}
          <a href="/">回到首页</a>
        </main>
      </body>
    </html>`

const shown = ({ what, day, state, fen, note, page, sentAt }: Message) => html`
  <article>
    <h2>${what}</h2>
    <p>${state}${fen === null ? '' : `，${yuanText(fen)}元`}</p>
    <p>${day}</p>
    <p>${note}</p>
    <p class="muted">${shanghaiTime(sentAt)} 发出</p>
    <a href="/#/${page}" aria-label="点开看，${what}">点开看</a>
  </article>
`
