#include "core/study/schema.h"

#include <algorithm>

namespace neuraxis::study::schema {

namespace {

struct Step {
    int version;
    enum For { Both, Sqlite, Postgres } dialect;
    const char* sql; // @serial is the dialect's own word for a number that grows with every row
};

constexpr Step steps[] = {
    {1, Step::Both, "CREATE TABLE study (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL DEFAULT '')"},
    {1, Step::Both,
     "CREATE TABLE participant (uid TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
     " study_group TEXT NOT NULL DEFAULT '', sex TEXT NOT NULL DEFAULT '', genotype TEXT NOT NULL DEFAULT '',"
     " onset_site TEXT NOT NULL DEFAULT '', birth_year DOUBLE PRECISION, onset_date TEXT NOT NULL DEFAULT '',"
     " more TEXT NOT NULL DEFAULT '{}')"},
    {1, Step::Both,
     "CREATE TABLE visit (uid TEXT NOT NULL PRIMARY KEY, participant TEXT NOT NULL REFERENCES participant (uid),"
     " label TEXT NOT NULL, visit_date TEXT NOT NULL DEFAULT '', age_years DOUBLE PRECISION,"
     " quality TEXT NOT NULL DEFAULT '', scores TEXT NOT NULL DEFAULT '{}', more TEXT NOT NULL DEFAULT '{}',"
     " UNIQUE (participant, label))"},
    {1, Step::Both,
     "CREATE TABLE item (uid TEXT NOT NULL PRIMARY KEY, visit TEXT NOT NULL REFERENCES visit (uid),"
     " kind TEXT NOT NULL DEFAULT '', format TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '',"
     " root TEXT NOT NULL DEFAULT '', path TEXT NOT NULL DEFAULT '', more TEXT NOT NULL DEFAULT '{}')"},
    {1, Step::Both, "CREATE INDEX item_visit ON item (visit)"},
    {1, Step::Both,
     "CREATE TABLE event (uid TEXT NOT NULL PRIMARY KEY, participant TEXT NOT NULL REFERENCES participant (uid),"
     " kind TEXT NOT NULL DEFAULT '', event_date TEXT NOT NULL DEFAULT '')"},
    {1, Step::Both, "CREATE INDEX event_participant ON event (participant)"},
    {1, Step::Both,
     "CREATE TABLE transform (uid TEXT NOT NULL PRIMARY KEY, about TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '',"
     " body TEXT NOT NULL DEFAULT '{}')"},
    {1, Step::Both, "CREATE INDEX transform_about ON transform (about)"},
    {1, Step::Both,
     "CREATE TABLE annotation (uid TEXT NOT NULL PRIMARY KEY, about TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '',"
     " body TEXT NOT NULL DEFAULT '{}')"},
    {1, Step::Both, "CREATE INDEX annotation_about ON annotation (about)"},
    {1, Step::Both,
     "CREATE TABLE rating (uid TEXT NOT NULL PRIMARY KEY, about TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '',"
     " body TEXT NOT NULL DEFAULT '{}')"},
    {1, Step::Both, "CREATE INDEX rating_about ON rating (about)"},

    {1, Step::Both,
     "CREATE TABLE change (revision @serial, uid TEXT NOT NULL UNIQUE, at TEXT NOT NULL, who TEXT NOT NULL,"
     " table_name TEXT NOT NULL, record TEXT NOT NULL, gone INTEGER NOT NULL, fields TEXT NOT NULL)"},
    {1, Step::Both, "CREATE INDEX change_record ON change (record)"},
    {1, Step::Sqlite,
     "CREATE TRIGGER change_no_update BEFORE UPDATE ON change"
     " BEGIN SELECT RAISE(ABORT, 'the log of changes only grows'); END"},
    {1, Step::Sqlite,
     "CREATE TRIGGER change_no_delete BEFORE DELETE ON change"
     " BEGIN SELECT RAISE(ABORT, 'the log of changes only grows'); END"},
    {1, Step::Postgres,
     "CREATE FUNCTION change_only_grows() RETURNS trigger LANGUAGE plpgsql AS"
     " 'BEGIN RAISE EXCEPTION ''the log of changes only grows''; END'"},
    {1, Step::Postgres,
     "CREATE TRIGGER change_no_update BEFORE UPDATE OR DELETE OR TRUNCATE ON change"
     " FOR EACH STATEMENT EXECUTE FUNCTION change_only_grows()"},

    {2, Step::Both, "ALTER TABLE item ADD COLUMN identity TEXT NOT NULL DEFAULT ''"},
    {2, Step::Both, "CREATE INDEX item_identity ON item (identity)"},
};

Column text(const char* name) { return {QString::fromLatin1(name), Column::Text, false}; }
Column required(const char* name) { return {QString::fromLatin1(name), Column::Text, true}; }
Column number(const char* name) { return {QString::fromLatin1(name), Column::Number, false}; }

std::vector<Table> makeTables() {
    const QString uid = QStringLiteral("uid"), name = QStringLiteral("name"), kind = QStringLiteral("kind");
    const std::vector<Column> remark = {required("about"), text("kind"), text("body")};
    return {
        {QStringLiteral("study"), QStringLiteral("key"), QStringLiteral("key"), {required("value")}},
        {QStringLiteral("participant"),
         uid,
         name,
         {required("name"), text("study_group"), text("sex"), text("genotype"), text("onset_site"),
          number("birth_year"), text("onset_date"), text("more")}},
        {QStringLiteral("visit"),
         uid,
         QStringLiteral("label"),
         {required("participant"), required("label"), text("visit_date"), number("age_years"), text("quality"),
          text("scores"), text("more")}},
        {QStringLiteral("item"),
         uid,
         name,
         {required("visit"), text("kind"), text("format"), text("name"), text("root"), text("path"), text("identity"),
          text("more")}},
        {QStringLiteral("event"), uid, kind, {required("participant"), text("kind"), text("event_date")}},
        {QStringLiteral("transform"), uid, kind, remark},
        {QStringLiteral("annotation"), uid, kind, remark},
        {QStringLiteral("rating"), uid, kind, remark},
    };
}

} // namespace

QStringList statements(int version, Dialect dialect) {
    const auto serial =
        QLatin1String(dialect == Dialect::Sqlite ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "BIGSERIAL PRIMARY KEY");
    const auto other = dialect == Dialect::Sqlite ? Step::Postgres : Step::Sqlite;
    QStringList all;
    for (const Step& step : steps)
        if (step.version == version && step.dialect != other)
            all += QString::fromLatin1(step.sql).replace(QLatin1String("@serial"), serial);
    return all;
}

const std::vector<Table>& tables() {
    static const std::vector<Table> all = makeTables();
    return all;
}

const Table* findTable(const QString& name) {
    const auto it = std::find_if(tables().begin(), tables().end(), [&](const Table& t) { return t.name == name; });
    return it == tables().end() ? nullptr : &*it;
}

const Column* Table::find(const QString& column) const {
    const auto it = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == column; });
    return it == columns.end() ? nullptr : &*it;
}

const std::vector<Reference>& references() {
    static const std::vector<Reference> all = {
        {QStringLiteral("visit"), QStringLiteral("participant"), {QStringLiteral("participant")}},
        {QStringLiteral("item"), QStringLiteral("visit"), {QStringLiteral("visit")}},
        {QStringLiteral("event"), QStringLiteral("participant"), {QStringLiteral("participant")}},
        {QStringLiteral("transform"), QStringLiteral("about"), {QStringLiteral("visit"), QStringLiteral("item")}},
        {QStringLiteral("annotation"), QStringLiteral("about"), {QStringLiteral("visit"), QStringLiteral("item")}},
        {QStringLiteral("rating"), QStringLiteral("about"), {QStringLiteral("visit"), QStringLiteral("item")}},
    };
    return all;
}

} // namespace neuraxis::study::schema
