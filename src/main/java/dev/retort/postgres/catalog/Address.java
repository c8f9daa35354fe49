package dev.retort.postgres.catalog;

/**
 * Where the catalogs keep an object.
 *
 * @param catalog its table: {@code pg_class}
 * @param oid its row
 */
record Address(String catalog, long oid) {
  static final String CLASS = "pg_class";
  static final String TYPE = "pg_type";
  static final String CONSTRAINT = "pg_constraint";
  static final String DEFAULT = "pg_attrdef";

  static Address relation(long oid) {
    return new Address(CLASS, oid);
  }

  static Address type(long oid) {
    return new Address(TYPE, oid);
  }
}
