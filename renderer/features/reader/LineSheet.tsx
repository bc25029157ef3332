import type { SourceSpan } from '@shared/model/offset.ts';
import { memo } from 'react';
import type { Sheet } from '../../ui/sheets.ts';
import type { Sheets } from '../../ui/use-sheets.ts';
import styles from './original-page.module.css';

export interface LineSheetProps {
  readonly sheet: Sheet;
  /** A page of one sheet is laid out as it is. */
  readonly isAlone: boolean;
  readonly isFilled: boolean;
  readonly lines: readonly SourceSpan[];
  /** The source text. */
  readonly text: string;
  readonly watch: Sheets['watch'];
  /** Told the one text node of each line as it comes and goes; a blank line has none. */
  readonly onNode: (line: number, node: Text | null) => void;
}

/** Some lines of the page as it came, each with its number. */
export const LineSheet = memo(function LineSheet(props: LineSheetProps) {
  const { sheet, isAlone, isFilled, lines, text, watch, onNode } = props;
  const shown =
    isFilled &&
    lines.slice(sheet.first, sheet.end).map((line, at) => {
      const index = sheet.first + at;
      return (
        <div key={line.start} className={styles.line} data-blank={line.end === line.start}>
          <span className={styles.number} aria-hidden="true" data-number={index + 1} />
          <span
            className={styles.text}
            data-line={index + 1}
            ref={(element) => {
              const node = element?.firstChild;
              onNode(index, node instanceof Text ? node : null);
            }}
          >
            {text.slice(line.start, line.end)}
          </span>
        </div>
      );
    });
  if (isAlone) return shown;
  return (
    <div
      className={styles.sheet}
      data-sheet={sheet.index}
      style={{ containIntrinsicBlockSize: `auto ${sheet.end - sheet.first + Math.ceil(sheet.units / 60)}lh` }}
      ref={(element) => {
        watch(sheet.index, element);
      }}
    >
      {shown}
    </div>
  );
});
