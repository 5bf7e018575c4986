/** 隐私保护指引: what WeChat wants agreed before it lets a program use the clipboard or a chosen file. */
export const privacyGuide = {
  title: '先看隐私指引',
  text: '复制、选文件以前，微信要您先同意。',
  refusing: '不同意也能缴费，只是不能复制、传文件。',
  read: '看隐私保护指引',
  agree: '同意',
  refuse: '不同意',
}
