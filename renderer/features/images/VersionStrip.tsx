import { useQuery } from '@tanstack/react-query';
import type { Operation } from '../../../preload/contract/domain.ts';
import { callOrThrow } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys, useFormat } from '../../lib/queries.ts';
import { PictureStrip } from '../takes/PictureStrip.tsx';
import type { StripProps } from '../takes/PictureStrip.tsx';

/** All images of one conversation, oldest first; empty where there is only this one. */
export function useVersions({ id, request }: Operation): readonly Operation[] {
  const { data } = useQuery({
    queryKey: [...queryKeys.details, 'versions', id],
    queryFn: () => callOrThrow(() => window.zoetrope.images.versions({ operationId: id })),
    enabled: request.medium === 'image',
    // The strip of before stays while one goes from version to version.
    placeholderData: (before) => before,
  });
  const versions = data?.operations ?? [];
  return versions.length > 1 && versions.some((version) => version.id === id) ? versions : [];
}

interface VersionStripProps extends StripProps {
  /** Oldest first. */
  versions: readonly Operation[];
}

/** Where an image comes from and what came of it. */
export function VersionStrip({ versions, ...props }: VersionStripProps) {
  const text = useText();
  const format = useFormat();
  return (
    <PictureStrip
      {...props}
      label={text.images.versions}
      operations={versions}
      nameOf={({ request }, index) => {
        const number = format.number(index + 1);
        return { number, name: text.images.version(number, request.prompt) };
      }}
    />
  );
}
