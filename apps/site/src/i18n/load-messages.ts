import type en from '../../messages/en.json';
import type { Language } from './languages';

export type Messages = typeof en;

export async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case 'ru':
      return (await import('../../messages/ru.json')).default;
    case 'es':
      return (await import('../../messages/es.json')).default;
    case 'en':
      return (await import('../../messages/en.json')).default;
  }
}
