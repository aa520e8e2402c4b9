import type { ActorContext } from '../../server/context.ts';
import { createCommitment } from '../../server/output/commitments/save-commitment.ts';
import { linkItems } from '../../server/output/links/save-link.ts';
import { deliverRequest, moveRequest } from '../../server/output/requests/move-request.ts';
import { createRequest } from '../../server/output/requests/save-request.ts';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { CommitmentFields, type CommitmentState } from '../../shared/output/commitments.ts';
import type { OutputKindId } from '../../shared/output/kinds.ts';
import { RequestFields, type RequestState } from '../../shared/output/requests/request.ts';
import type { DepartmentName } from './la-estrella-places.ts';

type Ids = ReadonlyMap<string, string>;

interface Asked {
  title: string;
  department: DepartmentName;
  by: string;
  kind: OutputKindId;
  /** Days before today on which it was asked for, and from today until it is due. */
  asked: number;
  due: number;
  state: RequestState;
}

const requests: readonly Asked[] = [
  {
    title: 'Afiche de la jornada de vacunación',
    department: 'Secretaría de Seguridad Social y Familia',
    by: 'Programa ampliado de inmunizaciones',
    kind: 'graphic_piece',
    asked: 4,
    due: 5,
    state: 'asked',
  },
  {
    title: 'Video de la siembra de árboles en Peñas Blancas',
    department: 'Secretaría de Medio Ambiente',
    by: 'Educación ambiental',
    kind: 'institutional_video',
    asked: 9,
    due: -2,
    state: 'asked',
  },
  {
    title: 'Cubrimiento de la feria de mujeres emprendedoras',
    department: 'Secretaría de la Mujer',
    by: 'Despacho',
    kind: 'photo_coverage',
    asked: 12,
    due: 3,
    state: 'in_work',
  },
  {
    title: 'Piezas del cierre vial por obras',
    department: 'Secretaría de Tránsito y Transporte',
    by: 'Inspección de tránsito',
    kind: 'graphic_piece',
    asked: 6,
    due: 1,
    state: 'in_work',
  },
  {
    title: 'Plegable del pronto pago del predial',
    department: 'Secretaría de Hacienda',
    by: 'Rentas',
    kind: 'graphic_piece',
    asked: 25,
    due: -8,
    state: 'delivered',
  },
  {
    title: 'Transmisión del concierto de fin de año',
    department: 'Secretaría de Educación y Cultura',
    by: 'Casa de la Cultura',
    kind: 'programme_episode',
    asked: 18,
    due: -4,
    state: 'declined',
  },
];

async function askForWork(context: ActorContext, today: Day, departmentIds: Ids): Promise<void> {
  for (const { title, department, by, kind, asked, due, state } of requests) {
    const fields = RequestFields.parse({
      title,
      kind,
      departmentId: departmentIds.get(department),
      requestedBy: by,
      askedDay: addDays(today, -asked),
      dueDay: addDays(today, due),
    });
    const at = await createRequest(context, fields);
    if (state === 'in_work' || state === 'declined') await moveRequest(context, { at, state });
    if (state === 'delivered') {
      const made = await context.database.db
        .selectFrom('outputItem')
        .select('id')
        .where('kind', '=', kind)
        .where('departmentId', '=', fields.departmentId)
        .where('day', '>=', fields.askedDay)
        .orderBy('day')
        .orderBy('title')
        .executeTakeFirst();
      await deliverRequest(context, { at, itemIds: made ? [made.id] : [], newItem: null });
    }
  }
}

const promises: readonly [text: string, department: DepartmentName][] = [
  ['Reparar el alumbrado de la entrada', 'Secretaría de Obras Públicas'],
  ['Visita técnica al talud de la quebrada', 'Secretaría de Gobierno'],
  ['Jornada de vacunación de mascotas', 'Secretaría de Medio Ambiente'],
  ['Señalizar el cruce de la escuela', 'Secretaría de Tránsito y Transporte'],
  ['Presentar el presupuesto participativo a la junta', 'Secretaría de Planeación'],
];
const states: readonly CommitmentState[] = ['done', 'in_progress', 'pending', 'pending'];

/** What was promised at the last meetings: some of it done, some of it late. */
async function promiseAtMeetings(context: ActorContext, departmentIds: Ids): Promise<void> {
  const meetings = await context.database.db
    .selectFrom('outputItem')
    .select(['id', 'day'])
    .where('kind', '=', 'community_meeting')
    .orderBy('day', 'desc')
    .orderBy('title')
    .limit(6)
    .execute();
  for (const [at, { id, day }] of meetings.entries()) {
    for (const turn of [at, at + 2]) {
      const [text, department] = promises[turn % promises.length] ?? promises[0] ?? ['', null];
      const fields = CommitmentFields.parse({
        meetingId: id,
        text,
        departmentId: department && departmentIds.get(department),
        dueDay: addDays(day, 30 + turn * 5),
        state: states[turn % states.length],
      });
      await createCommitment(context, fields);
    }
  }
}

/** Joins some events to what was made of them: a coverage, and a piece of the same department. */
async function joinChains(context: ActorContext, today: Day): Promise<void> {
  const items = await context.database.db
    .selectFrom('outputItem')
    .select(['id', 'kind', 'day', 'departmentId'])
    .where('kind', 'in', ['event', 'photo_coverage', 'graphic_piece'])
    .where('departmentId', 'is not', null)
    .where('day', '>=', addDays(today, -60))
    .orderBy('day')
    .orderBy('title')
    .orderBy('id')
    .execute();
  const used = new Set<string>();
  const next = (kind: string, after: (typeof items)[number]) => {
    const found = items.find(
      (one) =>
        one.kind === kind &&
        !used.has(one.id) &&
        one.departmentId === after.departmentId &&
        one.day >= after.day,
    );
    if (found) used.add(found.id);
    return found;
  };
  for (const event of items.filter(({ kind }) => kind === 'event')) {
    const coverage = next('photo_coverage', event);
    if (!coverage) continue;
    await linkItems(context, { fromId: event.id, toId: coverage.id });
    const piece = next('graphic_piece', coverage);
    if (piece) await linkItems(context, { fromId: coverage.id, toId: piece.id });
  }
}

/** What goes around the output of an office: what it was asked for, what it promised, what came from what. */
export async function describeWork(
  context: ActorContext,
  today: Day,
  departmentIds: Ids,
): Promise<void> {
  await askForWork(context, today, departmentIds);
  await promiseAtMeetings(context, departmentIds);
  await joinChains(context, today);
}
