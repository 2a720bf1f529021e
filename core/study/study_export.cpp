#include "core/study/study_export.h"

#include "core/io/packed_file.h"
#include "core/model/cohort_index.h"
#include "core/study/study.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace neuraxis::study {

namespace {

/// A cell: without what would break a row, n/a where there is nothing.
QByteArray cell(QString text) {
    text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
    return text.trimmed().isEmpty() ? QByteArrayLiteral("n/a") : text.trimmed().toUtf8();
}

QString number(const std::optional<double>& value) { return value ? QString::number(*value, 'g', 10) : QString(); }

/// In tenths of a year.
QString ageInWords(const std::optional<double>& years) {
    return years ? QString::number(std::round(std::min(*years, cappedAge) * 10) / 10) : QString();
}

/// What is told of all participants and visits that are written.
struct Written {
    QHash<QString, const Participant*> people;          ///< By uid
    QHash<QString, std::vector<const Visit*>> visitsOf; ///< By participant
    QHash<QString, const Visit*> visits;                ///< By uid

    Written(const Cohort& cohort, const std::vector<const Participant*>& chosen) {
        for (const Participant* p : chosen) people[p->uid] = p;
        for (const Visit& v : cohort.visits)
            if (people.contains(v.participant)) {
                visitsOf[v.participant].push_back(&v);
                visits[v.uid] = &v;
            }
    }
    /// The youngest and the oldest at any visit.
    [[nodiscard]] std::pair<std::optional<double>, std::optional<double>> ages(const Participant& p) const {
        std::pair<std::optional<double>, std::optional<double>> both;
        for (const Visit* v : visitsOf.value(p.uid))
            if (const auto age = ageOf(p, *v)) {
                both.first = std::min(*age, both.first.value_or(*age));
                both.second = std::max(*age, both.second.value_or(*age));
            }
        if (const auto told = toldAge(p)) {
            if (!both.first) both.first = told;
            both.second = std::max(*told, both.second.value_or(*told));
        }
        return both;
    }
};

/// As BIDS writes names: letters and digits only.
QString plain(const QString& name) {
    QString kept;
    for (const QChar c : name)
        if (c.unicode() < 128 && c.isLetterOrNumber()) kept += c;
    return kept;
}

/// Throws io::Error where two names are the same as BIDS writes them, or one has nothing that may be written.
void checkNames(const QStringList& names) {
    QMap<QString, QString> seen;
    for (const QString& name : names) {
        const QString written = plain(name).toLower();
        if (written.isEmpty() || seen.contains(written))
            throw io::Error(QCoreApplication::translate(
                                "study", "%1 and %2 cannot both be written as BIDS has names, with letters and digits "
                                         "only. Export them one after the other.")
                                .arg(seen.value(written, QStringLiteral("\"\"")), name));
        seen[written] = name;
    }
}

/// Refuses a folder with something in it that an export did not write, and takes away what an earlier one wrote.
void clear(const QString& folder) {
    const QDir dir(folder);
    if (!dir.exists() || dir.isEmpty()) return;
    QFile mark(dir.filePath(QStringLiteral("dataset_description.json")));
    const bool ours = mark.open(QIODevice::ReadOnly) && mark.readAll().contains("\"Neuraxis\"");
    if (!ours)
        throw io::Error(QCoreApplication::translate(
                            "study", "The folder %1 has other things in it. Choose an empty folder for the export.")
                            .arg(dir.dirName()));
    for (const QString& subject : dir.entryList({QStringLiteral("sub-*")}, QDir::Dirs))
        for (const QString& file :
             QDir(dir.filePath(subject)).entryList({QStringLiteral("*_sessions.tsv")}, QDir::Files))
            QFile::remove(dir.filePath(subject + u'/' + file));
}

template <class Record> struct Column {
    QString name, description;
    std::function<QString(const Record&)> value;
};

template <class Record>
QByteArray table(const std::vector<Column<Record>>& columns, const std::vector<const Record*>& records) {
    QByteArray text;
    for (std::size_t c = 0; c < columns.size(); ++c) text += (c ? "\t" : "") + cell(columns[c].name);
    for (const Record* record : records) {
        text += '\n';
        for (std::size_t c = 0; c < columns.size(); ++c) text += (c ? "\t" : "") + cell(columns[c].value(*record));
    }
    return text + '\n';
}

template <class Record> QByteArray dictionary(const std::vector<Column<Record>>& columns) {
    QJsonObject all;
    for (const Column<Record>& column : columns)
        all[column.name] = QJsonObject{{QStringLiteral("Description"), column.description}};
    return QJsonDocument(all).toJson();
}

/// Columns for every name that a map of some record has.
template <class Record, class Value> void addMaps(std::vector<Column<Record>>& columns,
                                                  const std::vector<const Record*>& records,
                                                  QMap<QString, Value> Record::*map, const QString& description,
                                                  const std::function<QString(const Value&)>& inWords) {
    QSet<QString> taken;
    for (const auto& column : columns) taken.insert(column.name);
    QStringList names;
    for (const Record* record : records)
        for (auto it = (record->*map).begin(); it != (record->*map).end(); ++it)
            if (!taken.contains(it.key())) {
                taken.insert(it.key());
                names << it.key();
            }
    std::sort(names.begin(), names.end(), namesInOrder);
    static const QRegularExpression tellsAge(QStringLiteral("(^|\\.)(age|leeftijd)([_.]|$)"),
                                             QRegularExpression::CaseInsensitiveOption);
    for (const QString& name : names) {
        const bool isAge = name.contains(tellsAge);
        columns.push_back({name, description, [=](const Record& record) {
                               const auto found = (record.*map).find(name);
                               const QString words = found == (record.*map).end() ? QString() : inWords(*found);
                               return isAge && words.toDouble() > cappedAge ? QString::number(cappedAge) : words;
                           }});
    }
}

std::vector<Column<Participant>> participantColumns(const std::vector<const Participant*>& records,
                                                    const Written& written) {
    std::vector<Column<Participant>> columns = {
        {QStringLiteral("participant_id"), QStringLiteral("Pseudonym"),
         [](const Participant& p) { return QStringLiteral("sub-") + plain(p.name); }},
        {QStringLiteral("group"), QStringLiteral("Group of the study"), [](const Participant& p) { return p.group; }},
        {QStringLiteral("sex"), QStringLiteral("Sex: F or M"), [](const Participant& p) { return p.sex; }},
        {QStringLiteral("age"), QStringLiteral("Age in years at the first visit; 89 stands for all ages above it"),
         [&](const Participant& p) { return ageInWords(written.ages(p).first); }},
        {QStringLiteral("birth_year"),
         QStringLiteral("Year of birth, with a fraction where the month is known; n/a for who was seen above 89 years"),
         [&](const Participant& p) {
             return written.ages(p).second.value_or(0) > cappedAge ? QString() : number(p.birthYear);
         }},
        {QStringLiteral("genotype"), QStringLiteral("Known variant"), [](const Participant& p) { return p.genotype; }},
        {QStringLiteral("onset_site"), QStringLiteral("Where symptoms began"),
         [](const Participant& p) { return p.onsetSite; }},
        {QStringLiteral("onset_date"), QStringLiteral("Day on which symptoms began"),
         [](const Participant& p) { return p.onset.toString(Qt::ISODate); }}};
    addMaps<Participant, QString>(columns, records, &Participant::more, QStringLiteral("From the study's tables"),
                                  [](const QString& value) { return value; });
    return columns;
}

std::vector<Column<Visit>> visitColumns(const std::vector<const Visit*>& records, const Written& written) {
    std::vector<Column<Visit>> columns = {
        {QStringLiteral("session_id"), QStringLiteral("Visit"),
         [](const Visit& v) { return QStringLiteral("ses-") + plain(v.label); }},
        {QStringLiteral("acq_time"), QStringLiteral("Day of the visit"),
         [](const Visit& v) { return v.date.toString(Qt::ISODate); }},
        {QStringLiteral("age_at_visit"), QStringLiteral("Age in years at the visit; 89 stands for all ages above it"),
         [&](const Visit& v) { return ageInWords(ageOf(*written.people[v.participant], v)); }},
        {QStringLiteral("quality"), QStringLiteral("good, doubtful or failed"),
         [](const Visit& v) { return v.quality; }}};
    addMaps<Visit, double>(columns, records, &Visit::scores,
                           QStringLiteral("Score; alsfrs-r.1 to 12 are items of the ALSFRS-R, 5b with a gastrostomy"),
                           [](const double& value) { return QString::number(value, 'g', 10); });
    addMaps<Visit, QString>(columns, records, &Visit::more, QStringLiteral("From the study's tables"),
                            [](const QString& value) { return value; });
    return columns;
}

std::vector<const Participant*> chosen(const Cohort& cohort, const QStringList& participants) {
    QHash<QString, const Participant*> byUid;
    for (const Participant& p : cohort.participants) byUid[p.uid] = &p;
    std::vector<const Participant*> all;
    for (const QString& uid : participants)
        if (const Participant* p = byUid.value(uid)) all.push_back(p);
    return all;
}

class Folder {
  public:
    explicit Folder(const QString& path) : dir(path) {}
    void write(const QString& name, const QByteArray& text) {
        const QString path = dir.filePath(name);
        if (!QDir().mkpath(QFileInfo(path).path()))
            throw io::Error(QCoreApplication::translate("study", "The folder %1 cannot be made. Choose another place.")
                                .arg(dir.dirName()));
        io::writeWhole(path, text);
        ++written;
    }
    template <class Record> void writeTable(const QString& name, const std::vector<Column<Record>>& columns,
                                            const std::vector<const Record*>& records) {
        write(name + QStringLiteral(".tsv"), table(columns, records));
        write(name + QStringLiteral(".json"), dictionary(columns));
    }
    int written = 0;

  private:
    QDir dir;
};

} // namespace

int exportTables(Study& study, const Cohort& cohort, const QStringList& participants, const QString& folder) {
    clear(folder);
    Folder out(folder);
    const auto people = chosen(cohort, participants);
    const Written written(cohort, people);
    QStringList names;
    for (const Participant* p : people) {
        names << p->name;
        QStringList labels;
        for (const Visit* v : written.visitsOf.value(p->uid)) labels << v->label;
        checkNames(labels);
    }
    checkNames(names);
    QJsonObject description{
        {QStringLiteral("Name"), cohort.name},
        {QStringLiteral("BIDSVersion"), QStringLiteral("1.8.0")},
        {QStringLiteral("DatasetType"), QStringLiteral("raw")},
        {QStringLiteral("GeneratedBy"), QJsonArray{QJsonObject{{QStringLiteral("Name"), QStringLiteral("Neuraxis")}}}}};
    if (cohort.simulated) description[QStringLiteral("Acknowledgements")] = QStringLiteral("Simulated data.");
    out.write(QStringLiteral("dataset_description.json"), QJsonDocument(description).toJson());
    out.writeTable(QStringLiteral("participants"), participantColumns(people, written), people);

    const auto subject = [&](const QString& uid) { return QStringLiteral("sub-") + plain(written.people[uid]->name); };
    for (const Participant* p : people)
        if (const auto visits = written.visitsOf.value(p->uid); !visits.empty())
            out.write(subject(p->uid) + u'/' + subject(p->uid) + QStringLiteral("_sessions.tsv"),
                      table(visitColumns(visits, written), visits));
    std::vector<const Visit*> all;
    for (const auto& visits : written.visitsOf) all.insert(all.end(), visits.begin(), visits.end());
    out.write(QStringLiteral("sessions.json"), dictionary(visitColumns(all, written)));

    std::vector<const StudyEvent*> events;
    for (const StudyEvent& e : cohort.events)
        if (written.people.contains(e.participant)) events.push_back(&e);
    const std::vector<Column<StudyEvent>> eventColumns = {
        {QStringLiteral("participant_id"), QStringLiteral("Pseudonym"),
         [&](const StudyEvent& e) { return subject(e.participant); }},
        {QStringLiteral("event"), QStringLiteral("NIV, PEG, tracheostomy, death or another"),
         [](const StudyEvent& e) { return e.kind; }},
        {QStringLiteral("date"), QStringLiteral("Day"),
         [](const StudyEvent& e) { return e.date.toString(Qt::ISODate); }}};
    out.writeTable(QStringLiteral("phenotype/events"), eventColumns, events);

    std::vector<const Item*> items;
    for (const Item& i : cohort.items)
        if (written.visits.contains(i.visit)) items.push_back(&i);
    const std::vector<Column<Item>> itemColumns = {
        {QStringLiteral("participant_id"), QStringLiteral("Pseudonym"),
         [&](const Item& i) { return subject(written.visits[i.visit]->participant); }},
        {QStringLiteral("session_id"), QStringLiteral("Visit"),
         [&](const Item& i) { return QStringLiteral("ses-") + plain(written.visits[i.visit]->label); }},
        {QStringLiteral("kind"), QStringLiteral("What it is"), [](const Item& i) { return i.kind; }},
        {QStringLiteral("format"), QStringLiteral("Kind of file"), [](const Item& i) { return i.format; }},
        {QStringLiteral("name"), QStringLiteral("What it is called"), [](const Item& i) { return i.name; }}};
    out.writeTable(QStringLiteral("phenotype/items"), itemColumns, items);

    QJsonArray remarks;
    QHash<QString, const Item*> itemByUid;
    for (const Item* item : items) itemByUid[item->uid] = item;
    for (const Remark& remark : study.remarks({})) {
        const Item* item = itemByUid.value(remark.about);
        const Visit* visit = written.visits.value(item ? item->visit : remark.about);
        if (!visit) continue;
        remarks.append(QJsonObject{{QStringLiteral("participant_id"), subject(visit->participant)},
                                   {QStringLiteral("session_id"), QStringLiteral("ses-") + plain(visit->label)},
                                   {QStringLiteral("what"), remark.table},
                                   {QStringLiteral("kind"), remark.kind},
                                   {QStringLiteral("who"), remark.who},
                                   {QStringLiteral("at"), remark.at.toString(Qt::ISODate)},
                                   {QStringLiteral("body"), QJsonDocument::fromJson(remark.body).object()}});
    }
    out.write(QStringLiteral("phenotype/remarks.json"), QJsonDocument(remarks).toJson());
    return out.written;
}

} // namespace neuraxis::study
