import mark from '../../assets/mark.svg';

/** The app's mark. Decoration: the name always stands beside it. */
export function Mark({ size }: { size: number }) {
  return <img src={mark} width={size} height={size} alt="" draggable={false} />;
}
