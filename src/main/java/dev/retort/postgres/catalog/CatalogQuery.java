package dev.retort.postgres.catalog;

/** The queries, in the order in which they are asked. Their number is fixed. */
enum CatalogQuery {
  MEMBERS,
  NAMESPACES,
  RELATIONS,
  COLUMNS,
  PARENTS,
  SEQUENCES,
  CONSTRAINTS,
  INDEXES,
  TRIGGERS,
  RULES,
  POLICIES,
  TYPES,
  ROUTINES,
  AGGREGATES,
  EXTENSIONS,
  LANGUAGES,
  COLLATIONS,
  OPERATORS,
  OPERATOR_CLASSES,
  TEXT_SEARCH,
  SERVERS,
  PUBLICATIONS,
  SUBSCRIPTIONS,
  DEFAULT_PRIVILEGES,
  COMMENTS,
  LABELS,
  GRANTS,
  PARTS,
  DEPENDENCIES;

  /**
   * The query, for a server.
   *
   * @param version as {@code server_version_num} has it
   */
  String sql(int version) {
    return switch (this) {
      case MEMBERS -> TraitSql.MEMBERS;
      case NAMESPACES -> TraitSql.NAMESPACES;
      case RELATIONS -> RelationSql.RELATIONS;
      case COLUMNS -> RelationSql.COLUMNS;
      case PARENTS -> RelationSql.PARENTS;
      case SEQUENCES -> RelationSql.SEQUENCES;
      case CONSTRAINTS -> TablePartSql.CONSTRAINTS;
      case INDEXES -> TablePartSql.INDEXES;
      case TRIGGERS -> TablePartSql.TRIGGERS;
      case RULES -> TablePartSql.RULES;
      case POLICIES -> TablePartSql.POLICIES;
      case TYPES -> TypeSql.TYPES;
      case ROUTINES -> TypeSql.ROUTINES;
      case AGGREGATES -> TypeSql.AGGREGATES;
      case EXTENSIONS -> GeneralSql.EXTENSIONS;
      case LANGUAGES -> GeneralSql.LANGUAGES;
      case COLLATIONS -> GeneralSql.COLLATIONS;
      case OPERATORS -> OperatorSql.OPERATORS;
      case OPERATOR_CLASSES -> OperatorSql.CLASSES;
      case TEXT_SEARCH -> SearchSql.OBJECTS;
      case SERVERS -> ForeignSql.SERVERS;
      case PUBLICATIONS -> ReplicationSql.publications(version);
      case SUBSCRIPTIONS -> ReplicationSql.subscriptions(version);
      case DEFAULT_PRIVILEGES -> TraitSql.DEFAULT_PRIVILEGES;
      case COMMENTS -> TraitSql.COMMENTS;
      case LABELS -> TraitSql.LABELS;
      case GRANTS -> TraitSql.GRANTS;
      case PARTS -> PartSql.PARTS;
      case DEPENDENCIES -> TraitSql.dependencies(version);
    };
  }
}
