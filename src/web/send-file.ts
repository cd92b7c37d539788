import type { Operation } from '../platform/contract.ts';
import { Declined, declinedOf } from './client.ts';

type Sending<In> = {
  input: In;
  file: File;
  /** Share of the file that has left the browser, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
};

/** Sends a file with what is said about it; `options` goes first so that the server can read the file as a stream. */
export function sendFile<In extends object, Out>(operation: Operation<In, Out>, sending: Sending<In>): Promise<Out> {
  const form = new FormData();
  form.append('options', JSON.stringify(sending.input));
  form.append('file', sending.file, sending.file.name);
  const request = new XMLHttpRequest();
  return new Promise<Out>((resolve, reject) => {
    request.open(operation.method, operation.path);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) sending.onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Out);
      else reject(declinedOf(request.status, request.response));
    };
    request.onerror = () =>
      reject(new Declined(0, 'unreachable', "The file didn't get through: the connection broke. Try again."));
    request.onabort = () => reject(new Declined(0, 'stopped', 'Stopped before the file was sent.'));
    sending.signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** The beginning of a file: enough to see what it is. */
export const headOf = (file: File, bytes: number): File =>
  new File([file.slice(0, bytes)], file.name, { type: file.type });

/** Hands the browser a text file made here. */
export function downloadText(fileName: string, text: string, type: 'text/csv' | 'text/calendar' = 'text/csv'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
