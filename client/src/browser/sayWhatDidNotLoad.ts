import Taro from '@tarojs/taro'
import { outages } from '../texts/outages'

/** A page's code is fetched when it first opens. Where that fails the router leaves the page before and says nothing. */
export function sayWhatDidNotLoad(): void {
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    if (reason instanceof Error && reason.name === 'ChunkLoadError')
      void Taro.showModal({ content: outages.notOpened, showCancel: false })
  })
}
