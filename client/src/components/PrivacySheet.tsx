import { Button as NativeButton } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { agreeButtonId, answerPrivacy } from '../device/privacyAsked'
import { privacyGuide as words } from '../texts/privacyGuide'
import { Link, SecondButton } from './Button'
import { Box } from './Element'
import { Sheet } from './Sheet'

/** What WeChat waits for. Only its own kind of button counts as a person's consent. Mini-program only. */
export const PrivacySheet = () => (
  <Sheet title={words.title} onClose={() => answerPrivacy('disagree')}>
    <Box className="stack">
      <Box as="p">{words.text}</Box>
      <Box as="p">{words.refusing}</Box>
      <Link text={words.read} onTap={() => Taro.openPrivacyContract({})} />
      <NativeButton
        id={agreeButtonId}
        className="btn btn--native"
        hoverClass="btn--pressed"
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answerPrivacy('agree')}
      >
        {words.agree}
      </NativeButton>
      <SecondButton text={words.refuse} onTap={() => answerPrivacy('disagree')} />
    </Box>
  </Sheet>
)
