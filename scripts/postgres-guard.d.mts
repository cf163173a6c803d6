export function guardSource(source: string): string;
export function guardDriver(packageDir: string): number;
