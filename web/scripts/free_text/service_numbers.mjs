// Phone numbers of authorities, banks and others that serve everybody: src/platform/personal/service_numbers.cpp, which says whose.

const swedish = new Set(["84111011", "84111020", "752484542", "840898000", "86576100", "86785500", "87870000", "87011000",
  "812012010", "840942000", "87256000", "763333333", "752473000", "60187400", "60184000", "60186000", "852733200",
  "36155300", "33474790", "850800000"]);
const norwegian = new Set(["75006000", "75007500", "55553333", "55553334", "55553336", "21073700", "22077000", "23327000",
  "23351600", "22669050", "22451000", "22396900", "23400500", "22961600", "22241500", "22073000", "73199700", "22824600",
  "33412500", "32118000", "62885000", "21090000", "22994500", "91505515", "22591300", "22400040", "23313050", "91504800",
  "23206001", "91508540", "98708540", "22397000", "91502002", "91507300", "91505555", "22482800", "22701300", "23145900",
  "91509000", "92405050", "22030000", "91503100", "21492400", "22315050"]);

/** `country`: "46" or "47"; `national`: figures alone, Swedish ones with or without the nought before them. */
export function isServiceNumber(country, national) {
  if (country === "47") return /^8(?:00|10|15)/.test(national) || norwegian.has(national);
  const own = national.startsWith("0") ? national.slice(1) : national;
  return /^(?:77|20|10)/.test(own) || swedish.has(own);
}
