/** A button that opens the camera or the device's files, in our words and not the browser's; the browser's own field stands behind it. Pages that take files use it. */
import { useRef } from 'preact/hooks';

export function FileButton({
  label,
  accept,
  many,
  capture,
  disabled,
  choose,
}: {
  label: string;
  accept: string;
  many?: boolean;
  capture?: boolean;
  disabled?: boolean;
  /** Called with at least one. */
  choose: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" disabled={disabled === true} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        disabled={disabled === true}
        accept={accept}
        multiple={many === true}
        {...(capture && { capture: 'environment' })}
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // the same file can be chosen again
          currentTarget.value = '';
          if (files.length > 0) choose(files);
        }}
      />
    </>
  );
}
