import type { DeviceAnswer } from '@trellis/wire';
import { askClub } from '../personal/ask-club';

/** The id under which the club knows the subscription of this browser; undefined when it has none. */
export async function ownDevice(): Promise<string | undefined> {
  const subscription = await (await registration())?.pushManager.getSubscription();
  return subscription ? idOf(subscription.endpoint) : undefined;
}

/** Asks the browser, so only after a press of a button. False when it will not, or the club will not take it. */
export async function givePush(key: string, language: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const manager = (await registration())?.pushManager;
  if (!manager) return false;
  const before = await manager.getSubscription();
  // One that was made with another key of the club is of no use.
  if (before) await before.unsubscribe();
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const { endpoint, keys } = (await manager.subscribe(options)).toJSON();
  const given = { endpoint, keys, language };
  return (await askClub<DeviceAnswer>('POST', '/api/notices/devices', given)).ok;
}

export async function takePushBack(): Promise<boolean> {
  const subscription = await (await registration())?.pushManager.getSubscription();
  if (!subscription) return true;
  const id = await idOf(subscription.endpoint);
  await subscription.unsubscribe();
  return (await askClub('DELETE', `/api/notices/devices/${id}`, {})).ok;
}

/** Whether this browser can take push at all. */
export function canTakePush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  return canTakePush() ? navigator.serviceWorker.getRegistration() : undefined;
}

async function idOf(endpoint: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.slice(0, 24);
}
