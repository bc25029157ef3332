import { failure } from '@shared/contracts/results.ts';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { owned } from '../../state/owned.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import styles from './licences.module.css';

const ShippedSchema = v.array(v.object({ name: v.string(), licence: v.string(), words: v.string() }));
const LicencesSchema = v.object({ packages: ShippedSchema, resources: ShippedSchema });
type Shipped = v.InferOutput<typeof ShippedSchema>;

/** What Duidu is built of that others made, each with its licence; the build lays the list beside the page. */
export function Licences({ onClose }: { readonly onClose: () => void }) {
  const { say, explain } = useMessages();
  const { log } = useDesk();
  const [read, setRead] = useState<v.InferOutput<typeof LicencesSchema> | null>(null);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const asked = fetch(new URL('licences.json', document.baseURI))
      .then((answer) => answer.json())
      .then((list) => setRead(v.parse(LicencesSchema, list)))
      .catch((error: unknown) => {
        setLost(true);
        throw error;
      });
    owned(log, asked);
  }, [log]);
  return (
    <Dialog title={say('settings.licences')} size="large" isOpen onClose={onClose}>
      <p>
        {say('desk.name')} · {say('settings.licence')}
      </p>
      {isLost && <p role="alert">{explain(failure('host-failed'))}</p>}
      {read && (
        <>
          <List title={say('settings.licencesOfParts')} shipped={read.packages} />
          <List title={say('settings.licencesOfData')} shipped={read.resources} />
        </>
      )}
    </Dialog>
  );
}

function List({ title, shipped }: { readonly title: string; readonly shipped: Shipped }) {
  return (
    <section className={styles.list}>
      <h3>{title}</h3>
      {shipped.map(({ name, licence, words }) => (
        <details key={name}>
          <summary>
            {name} {licence && <small>{licence}</small>}
          </summary>
          <pre lang="en">{words || licence}</pre>
        </details>
      ))}
    </section>
  );
}
