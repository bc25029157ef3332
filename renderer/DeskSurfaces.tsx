import { BookmarkForm } from './features/bookmarks/BookmarkForm.tsx';
import { CompareForm } from './features/compare/CompareForm.tsx';
import { AnnotationsForm } from './features/exchange/AnnotationsForm.tsx';
import { CarryForm } from './features/exchange/CarryForm.tsx';
import { ExportForm } from './features/exchange/ExportForm.tsx';
import { VerifyForm } from './features/exchange/VerifyForm.tsx';
import { FactFormSurface } from './features/fact-panel/FactFormSurface.tsx';
import { Concordance } from './features/hit-lists/Concordance.tsx';
import { TermsForm } from './features/hit-lists/TermsForm.tsx';
import { ReorderForm } from './features/mend/ReorderForm.tsx';
import { NameFormSurface } from './features/names/NameFormSurface.tsx';
import { OwnWords } from './features/names/OwnWords.tsx';
import { Outbox } from './features/outbox/Outbox.tsx';
import { Help } from './features/palette/Help.tsx';
import { Palette } from './features/palette/Palette.tsx';
import { Licences } from './features/settings/Licences.tsx';
import { DescribeForm } from './features/shelf/DescribeForm.tsx';
import { IssueCalendar } from './features/shelf/IssueCalendar.tsx';
import { LabelForm } from './features/shelf/LabelForm.tsx';
import { SourceForm } from './features/shelf/SourceForm.tsx';
import { Trash } from './features/shelf/Trash.tsx';
import { useDesk, useDeskState } from './state/use-desk.ts';

/** What lies over the desk, if anything does. */
export function DeskSurfaces() {
  const desk = useDesk();
  const open = useDeskState('surfaces', (surfaces) => surfaces.open);
  const source = useDeskState('reader', (reader) => reader.source);
  const hide = () => desk.surfaces.getState().hide();
  switch (open) {
    case 'palette':
      return <Palette onClose={hide} />;
    case 'help':
      return <Help onClose={hide} />;
    case 'bookmark-form':
      return <BookmarkForm placed={null} onClose={hide} />;
    case 'fact-form':
    case 'new-fact-form':
      return <FactFormSurface />;
    case 'name-form':
    case 'new-name-form':
      return <NameFormSurface />;
    case 'words':
      return <OwnWords onClose={hide} />;
    case 'reorder-form':
      return <ReorderForm onClose={hide} />;
    case 'source-form':
      return source && <SourceForm key={source.sha256} source={source} onClose={hide} />;
    case 'label-form':
      return <LabelForm onClose={hide} />;
    case 'compare-form':
      return <CompareForm onClose={hide} />;
    case 'terms':
      return <TermsForm onClose={hide} />;
    case 'concordance':
      return <Concordance onClose={hide} />;
    case 'describe-form':
      return <DescribeForm onClose={hide} />;
    case 'licences':
      return <Licences onClose={hide} />;
    case 'issues':
      return <IssueCalendar onClose={hide} />;
    case 'trash':
      return <Trash onClose={hide} />;
    case 'export-form':
      return <ExportForm onClose={hide} />;
    case 'verify':
      return <VerifyForm onClose={hide} />;
    case 'carry':
      return <CarryForm onClose={hide} />;
    case 'annotations':
      return <AnnotationsForm onClose={hide} />;
    case 'outbox':
      return <Outbox onClose={hide} />;
    case null:
      return null;
  }
}
