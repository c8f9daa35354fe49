package dev.retort.profile;

/** What a database is for; decides how much intent a run needs. */
public enum Environment {
  DEVELOPMENT,
  STAGING,
  PRODUCTION
}
