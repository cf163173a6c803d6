import { stopEmbedded } from "./embedded-postgres";
import { postgresDir } from "./local-database";
import { say } from "./progress";

say((await stopEmbedded(postgresDir)) ? "PostgreSQL is stopped" : "PostgreSQL was not running");
