export interface Migration {
  /** 1, 2, 3, … without gaps. */
  number: number;
  name: string;
  sql: string;
}
