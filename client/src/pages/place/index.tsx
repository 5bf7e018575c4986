import { usePlaces } from '../../api/places'
import { keepRegion, keptRegion } from '../../device/keptPlace'
import { go, goHome } from '../../navigation'
import { place as words } from '../../texts/place'
import { ResidentPage } from '../ResidentPage'
import { Unanswered } from '../Unanswered'
import { PlaceView } from './PlaceView'

/** 换地方. The choice is kept on this device. */
export default function PlacePage() {
  const { asked, again } = usePlaces()
  return (
    <ResidentPage title={words.title}>
      {asked.kind === 'done' ? (
        <PlaceView
          places={asked.reply.places}
          chosen={keptRegion()}
          onChoose={(region) => {
            keepRegion(region)
            goHome()
          }}
          onYear={(region, year) => go('question', { region, year })}
          onPolicies={() => go('policies', {})}
        />
      ) : (
        <Unanswered asked={asked} onAgain={again} />
      )}
    </ResidentPage>
  )
}
