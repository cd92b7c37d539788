import { PEOPLE_FIELDS } from '../../connectors/files/people.ts';
import { previewSmall, previewTickets } from '../../connectors/files/preview.ts';
import { RATING_FIELDS } from '../../connectors/files/ratings.ts';
import type { Upload, UploadContext } from '../../platform/http/routes.ts';
import type { FileOptions, FilePreview } from './contract.ts';

/** What a file is understood to be; its head is enough, and the rest of a longer one is left unread. */
export async function understandFile(ctx: UploadContext, input: FileOptions, upload: Upload): Promise<FilePreview> {
  const { kind, mapping = {}, dateOrder, timeZone = 'UTC' } = input;
  const reading = {
    source: upload.stream.iterator({ destroyOnReturn: false }),
    mapping,
    dateOrder,
    timeZone,
    now: ctx.now(),
  };
  try {
    if (kind === 'tickets') return { kind, ...(await previewTickets(reading)) };
    return kind === 'people'
      ? {
          kind,
          source: 'people',
          sourceTitle: 'a list of people',
          ...(await previewSmall(reading, PEOPLE_FIELDS, ['name'])),
        }
      : {
          kind,
          source: 'ratings',
          sourceTitle: 'a list of ratings',
          ...(await previewSmall(reading, RATING_FIELDS, ['rater', 'person', 'competency', 'level', 'date'])),
        };
  } finally {
    // The request only ends when all of it was taken in.
    upload.stream.resume();
  }
}
