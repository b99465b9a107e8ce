import type { Words } from '@trellis/games/kit';

/** For who has never played: what the ladder of bids asks of him, and what comes then. */
export const firstSteps: Words = {
  en: 'First you bid. 6♠ promises six of the ten tricks with spades as trumps, NT means no trumps, misère promises not to take a single trick. Whoever promises most takes up the two hidden cards, puts two aside and plays alone against the others. A poor hand? Pass. When all pass, everybody tries to take as few tricks as he can. You must follow the suit that was led; who has none of it must play a trump. Cards you may play stand out.',
  ru: 'Сначала торгуются. 6♠ — обещание взять шесть взяток из десяти с козырем пики, БК — без козыря, мизер — не взять ни одной. Кто пообещал больше всех, берёт прикуп (две закрытые карты), сносит две и играет один против остальных. Карты слабые? Пасуйте. Если спасовали все, каждый старается взять поменьше взяток. Ходить нужно в масть; если её нет — козырем. Карты, которыми можно пойти, выделены.',
  es: 'Primero se puja. 6♠ promete seis de las diez bazas con triunfo de picas, ST es sin triunfo y misère promete no llevarse ni una baza. Quien más promete recoge las dos cartas ocultas, descarta dos y juega solo contra los demás. ¿Malas cartas? Pasa. Si pasan todos, cada uno intenta llevarse las menos bazas posibles. Hay que servir al palo de salida; quien no lo tiene juega un triunfo. Las cartas que puedes jugar destacan.',
};
