import type { Result } from '@shared/contracts/results.ts';
import type { Encoding } from '@shared/model/source.ts';
import { useEffect, useState } from 'react';
import { previewReading } from '../../host/preview-reading.ts';
import type { SourceRow } from '../../library/rows.ts';
import { owned } from '../../state/owned.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import styles from './source-form.module.css';

/** The first words of a page as they read in another encoding, before it is kept. */
export function EncodingPreview({
  source: { sha256, record },
  encoding,
}: {
  readonly source: SourceRow;
  /** Null for the one that the program finds by itself. */
  readonly encoding: Encoding | null;
}) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const [read, setRead] = useState<Result<string> | null>(null);
  useEffect(() => {
    let isWanted = true;
    const look = async (): Promise<void> => {
      const looked = await previewReading(desk.host, sha256, record.name, encoding);
      if (isWanted) setRead(looked);
    };
    owned(desk.log, look());
    return () => {
      isWanted = false;
    };
  }, [desk, sha256, record.name, encoding]);
  return (
    <p
      className={styles.preview}
      role="status"
      aria-label={say('shelf.encodingPreview')}
      data-words={read?.ok === true}
      data-failed={read?.ok === false}
    >
      {read === null ? say('shelf.encodingReading') : read.ok ? read.value : explain(read)}
    </p>
  );
}
