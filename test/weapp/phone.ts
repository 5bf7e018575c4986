/** The parts of the phone a test may choose. */
export interface PhoneSettings {
  /** Width in px; 375 unless told. */
  windowWidth?: number
  /** WeChat's font size setting (字体大小) in px; 16 is the standard, 关怀模式 shows larger. */
  fontSizeSetting?: number
}

/** An ordinary Android phone, as WeChat's system functions describe it. */
export function phone(settings: PhoneSettings) {
  const width = settings.windowWidth ?? 375
  return {
    platform: 'android',
    system: 'Android 13',
    brand: 'test',
    model: 'test',
    language: 'zh_CN',
    version: '8.0.50',
    SDKVersion: '3.8.0',
    pixelRatio: 2,
    windowWidth: width,
    windowHeight: 667,
    screenWidth: width,
    screenHeight: 667,
    statusBarHeight: 20,
    fontSizeSetting: settings.fontSizeSetting ?? 16,
    theme: 'light',
    host: { env: 'WeChat' },
  }
}
