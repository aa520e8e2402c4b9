import type { PostKind } from '../../shared/social/post-metrics.ts';
import { places } from '../seed/la-estrella-places.ts';
import { steadyFraction } from './figures.ts';

/** What offices write; `@` stands for a place. Each with what it usually comes as. */
const templates: [PostKind, string][] = [
  [
    'photo',
    'Jornada de vacunación en @. Lleva tu carné y el documento de identidad. #SaludSiderense',
  ],
  ['photo', 'Así avanza la pavimentación de la vía en @. Gracias por su paciencia.'],
  ['link', 'Inscripciones abiertas en las escuelas de formación artística. Cupos limitados.'],
  ['album', 'Así fue el encuentro con la comunidad en @: escuchamos y nos comprometimos. 🤝'],
  ['photo', 'Recomendaciones de tránsito para este puente festivo. Conduzca con prudencia. 🚗'],
  ['video', 'Rendimos cuentas: estos son los resultados del trimestre, contados por la gente.'],
  ['album', 'Feria de emprendimiento de las mujeres siderenses en @. ¡Compra local!'],
  ['text', 'Atención: suspensión programada del servicio de agua en @ desde las 8:00 a. m.'],
  ['photo', 'Celebramos con los niños y niñas de @ la semana de la lectura. 📚'],
  ['short_video', '¿Ya pagaste el predial? Hasta fin de mes tienes descuento por pronto pago.'],
  ['photo', 'Cierre vial en @ por obras. Conoce aquí las rutas alternas.'],
  ['video', 'Aquí estamos, siempre con la gente: mira el nuevo episodio de nuestro programa.'],
  ['photo', 'Nuestros adultos mayores de @ disfrutaron de la jornada de bienestar. 💛'],
  ['text', 'Comunicado a la opinión pública sobre la gestión del riesgo por lluvias en @.'],
  ['link', 'Convocatoria: becas de educación superior para bachilleres de La Estrella.'],
  ['album', 'Sembramos 300 árboles con la comunidad de @. Por una Estrella más verde. 🌳'],
  ['photo', 'Jornada de adopción: 15 perros y gatos buscan un hogar este domingo en @.'],
  ['short_video', 'En un minuto te contamos cómo reportar una luminaria dañada.'],
  ['photo', 'El alcalde visitó las obras del parque infantil en @, que se entrega en un mes.'],
  ['video', 'Revive la presentación de la escuela de música en las Fiestas del Romeral. 🎶'],
  ['photo', 'Consejo de seguridad en @: más presencia de la Policía y nuevas cámaras.'],
  ['link', 'Consulta el cronograma de recolección de residuos y la jornada de reciclaje.'],
  ['photo', 'No estás sola: línea 155 de orientación a mujeres víctimas de violencia. 💜'],
  ['text', 'Mañana habrá Parchados con la gente en @, desde las 5:00 p. m. ¡Te esperamos!'],
];

/** What a post says, and what it is made of; always the same for the same words. */
export function composePostText(...words: (string | number)[]): { kind: PostKind; text: string } {
  const which = Math.floor(steadyFraction(...words, 'text') * templates.length);
  const [kind, text] = templates[which] ?? ['text', ''];
  const place = places[Math.floor(steadyFraction(...words, 'place') * places.length)] ?? '';
  return { kind, text: text.replace('@', place) };
}
