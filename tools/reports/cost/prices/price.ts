/** What AWS asks for one unit. */
export interface Price {
  readonly usd: number;
  /** What one unit is. */
  readonly per: string;
  /** The page of AWS that lists it; where its list differs by region, N. Virginia (us-east-1). */
  readonly page: string;
}
