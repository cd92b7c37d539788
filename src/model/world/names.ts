/** Given and family names of many places, for firms whose people are invented whole. Any likeness is chance. */
const GIVEN = (
  'Amara Aoife Arjun Astrid Bilal Camila Chidi Dalia Diego Elif Emeka Farah Goran Hana Hiroshi Ifeoma Ines Jamal Jana ' +
  'Kaito Katya Kofi Laila Leila Lars Mateo Mei Milan Nadia Ngozi Olga Omar Paulo Petra Rania Ravi Rosa Samir Sanna ' +
  'Seo-yeon Sofia Tariq Thandiwe Tomasz Usha Viktor Wanjiru Yara Yusuf Zofia'
).split(' ');
const FAMILY = (
  'Abebe Adeyemi Ahmed Andersson Banerjee Bianchi Castillo Chen Costa Demir Dimitrov Eriksen Farouk Fischer Garcia ' +
  'Haddad Hoang Ibrahim Ito Ivanova Jansen Kamau Kim Kowalski Lindqvist Lopez Mbeki Mehta Mensah Moreau Murphy Nakamura ' +
  'Nguyen Novak Okeke Osei Park Petrov Quispe Rahman Rossi Santos Sato Schmidt Silva Tanaka Torres Wang Yilmaz Zulu'
).split(' ');

/** The n-th of 2,500 invented names, all different. */
export function nameOf(n: number): string {
  const family = (n * 7 + Math.floor(n / GIVEN.length) * 3) % FAMILY.length;
  return `${GIVEN[n % GIVEN.length]} ${FAMILY[family]}`;
}

/** The address of a name: lower case, without accents, words joined by dots. */
export function addressOf(name: string, domain: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return `${plain
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]+/g, '.')}@${domain}`;
}
