export * from "./accounts";
export * from "./audit";
export * from "./competencies";
export * from "./evidence";
export * from "./people";
export * from "./platform";
export * from "./sign-off";
