import { View } from '@tarojs/components'

export default function Home() {
  return <View aria-role="button" aria-label="试">试</View>
}
