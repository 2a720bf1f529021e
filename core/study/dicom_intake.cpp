#include "core/study/dicom_intake.h"

#include "core/io/dicom_frame.h"
#include "core/io/error.h"
#include "core/io/scan.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

const QString dicom = QStringLiteral("DICOM");
constexpr int hashDigits = 10; // of 1,722 people two have the same in one case of a million

struct SeriesWords {
    const char *kind, *words;
};

// The first that matches is taken: a diffusion scan of the cord is one of the cord, a map made of it none. Underscores
// are spaces here.
constexpr SeriesWords seriesWords[] = {
    {"other", "locali[sz]er|scout|survey|smartbrain|calib|ref ?scan|b[01][ -]?map|field[ -]?map|phoenix|screen|"
              "\\badc\\b|\\bfa\\b|tracew|colfa"},
    {"cord", "cord|\\b[clt]?-?spine\\b|spinal|cervical|myelo|ggmere|\\b[ch]ws\\b"},
    {"glucose", "fdg|glucose|\\bdmi\\b|deuterium|\\b2h\\b"},
    {"other", "flair|swi\\b|swan|tof|angio|\\basl\\b|pcasl|perfusion|spectro|svs|mrsi"},
    {"diffusion", "dwi|dti|diff|hardi|noddi|\\bdki\\b|resolve|tensor"},
    {"functional", "fmri|bold|\\brest(ing)?\\b|func|\\btask"},
    {"T1", "(\\b|3d|\\bs|sag|tra|cor|ax)t1|mp-?2?rage|bravo|fspgr|spgr|\\bs?(3d )?tfe\\b"},
};

/// What of one file's header says whose it is and when; only to tell people apart, never kept.
struct Origin {
    QByteArray patient; ///< A hash; empty where the file names nobody
    QString pseudonym;  ///< The patient number where it is said to be none of a patient
    QStringList nameParts;
    QDate date;
};

Origin originOf(const QString& file) {
    Origin origin;
    try {
        QByteArray bytes;
        qint64 size = 0;
        const io::DicomDataset data = io::parseDicomFile(io::readHead(file), bytes, size).dataset;
        const QByteArray id = data.bytes(0x00100020), name = data.bytes(0x00100010);
        if (!id.isEmpty() || !name.isEmpty())
            origin.patient = QCryptographicHash::hash(id.isEmpty() ? name : id, QCryptographicHash::Sha256);
        static const QRegularExpression counts(QStringLiteral("[1-9]"));
        const QString number = data.text(0x00100020).simplified();
        const bool isProper = number.size() >= 3 && number.contains(counts); // not "ANONYMOUS" or "0"
        if (isProper && data.bytes(0x00120062).trimmed() == "YES") origin.pseudonym = number;
        // A pseudonym has a number, a name has none
        static const QRegularExpression digit(QStringLiteral("\\d")), between(QStringLiteral("[\\^ ,_]+"));
        const QString words = data.text(0x00100010);
        if (!words.contains(digit))
            for (const QString& part : words.split(between, Qt::SkipEmptyParts))
                if (part.size() > 2) origin.nameParts << part;
        for (const io::DicomTag tag : {0x00080020U, 0x00080021U, 0x00080022U})
            if (!origin.date.isValid())
                origin.date = QDate::fromString(QString::fromLatin1(data.bytes(tag)), QStringLiteral("yyyyMMdd"));
    } catch (const io::Error&) { // the scan could read it a moment ago; what it does not say is not known
    }
    return origin;
}

/// Names of folders that say what is in them and not whose it is.
bool isGeneral(const QString& name) {
    static const QRegularExpression general(
        QRegularExpression::anchoredPattern(QStringLiteral(
            "dicom|dcm|dicomdir|images?|img|export|data|mri?|scans?|raw|nifti|st\\d+|se\\d+|pa\\d+|series\\d*")),
        QRegularExpression::CaseInsensitiveOption);
    return general.match(name).hasMatch();
}

/// A folder's name, or of one with a general name its parent's; empty where that is general too.
QString pseudonymOf(const QString& folder) {
    const QString own = QFileInfo(folder).fileName(), above = QFileInfo(QFileInfo(folder).path()).fileName();
    return !isGeneral(own) ? own : !isGeneral(above) ? above : QString();
}

QString commonFolder(const QStringList& files) {
    QString common = QFileInfo(files.first()).absolutePath();
    for (const QString& file : files)
        while (!file.startsWith(common + u'/') && common.contains(u'/')) common = common.section(u'/', 0, -2);
    return common;
}

/// All that is one patient's, and the folder it lies in.
struct Person {
    std::vector<const io::Found*> found;
    QStringList nameParts;
    QString pseudonym;
};

class DicomTaking {
  public:
    DicomTaking(const QString& root, const IntakeOptions& options, io::Job& job)
        : root(QDir::cleanPath(QFileInfo(root).absoluteFilePath())), participant(options.participant),
          visit(options.visit), nameKey(options.nameKey), job(job) {}

    Intake run(const QStringList& paths) {
        const io::Scan scan = io::scan(paths, job);
        for (const io::Skipped& skipped : scan.skipped) builder.problem(skipped.reason);
        std::map<QByteArray, Person> people;
        for (const io::Found& found : scan.found) {
            job.throwIfCancelled();
            QByteArray whose;
            if (found.header.format == dicom) {
                const Origin& origin = studyOrigin(found);
                whose = origin.patient;
                people[whose].nameParts << origin.nameParts;
                people[whose].pseudonym = origin.pseudonym;
            }
            people[whose].found.push_back(&found);
        }
        // What names nobody is the one's who is there
        if (nameKey.isEmpty() && people.size() == 2 && people.begin()->first.isEmpty()) {
            auto& nobody = people.begin()->second;
            auto& one = people.rbegin()->second.found;
            one.insert(one.end(), nobody.found.begin(), nobody.found.end());
            people.erase(people.begin());
        }
        if (people.size() > 1 && !participant.isEmpty()) {
            builder.problem(
                Texts::tr("%1 holds images of %n people, not of %2 alone; nothing of it was taken. Add each "
                          "one's folder.",
                          nullptr, static_cast<int>(people.size()))
                    .arg(QFileInfo(root).fileName(), participant));
            return builder.take(job);
        }
        if (!nameKey.isEmpty()) {
            for (const auto& [key, person] : people) takeVisits(person, hashedName(key, person));
            return builder.take(job);
        }
        QHash<QString, int> folders;
        for (const auto& [key, person] : people) ++folders[folderOf(person, people.size())];
        for (const auto& [key, person] : people) takePerson(person, folderOf(person, people.size()), folders);
        return builder.take(job);
    }

  private:
    const Origin& studyOrigin(const io::Found& found) {
        const QString study = found.header.series.studyUid;
        const QString key = study.isEmpty() ? found.files.first() : study;
        auto known = origins.find(key);
        if (known == origins.end()) known = origins.insert(key, originOf(found.files.first()));
        return *known;
    }

    /// Of one person alone the folder that was given, of several each one's own.
    [[nodiscard]] QString folderOf(const Person& person, std::size_t people) const {
        if (people == 1) return root;
        QStringList files;
        for (const io::Found* found : person.found)
            for (const QString& file : found->files) files << QFileInfo(file).absoluteFilePath();
        const QString common = commonFolder(files), inside = common.sliced(std::min(common.size(), root.size() + 1));
        return inside.isEmpty() ? root : root + u'/' + inside.section(u'/', 0, 0);
    }

    /// What names nobody is one's by its folder.
    [[nodiscard]] QString hashedName(const QByteArray& patient, const Person& person) const {
        if (!person.pseudonym.isEmpty()) return person.pseudonym;
        const QByteArray hash = QMessageAuthenticationCode::hash(patient.isEmpty() ? root.toUtf8() : patient, nameKey,
                                                                 QCryptographicHash::Sha256);
        return QStringLiteral("unnamed-") + QString::fromLatin1(hash.toHex().first(hashDigits));
    }

    void takePerson(const Person& person, const QString& folder, const QHash<QString, int>& folders) {
        const QString shown = QFileInfo(folder).fileName();
        if (folders.value(folder) > 1 || (folders.size() > 1 && folder == root)) {
            builder.problem(
                Texts::tr("The folder %1 holds images of several people together; they were not taken. Give "
                          "each a folder named by their pseudonym.")
                    .arg(shown));
            return;
        }
        // A folder of images that name nobody may be anything
        const bool isDicom = std::any_of(person.found.begin(), person.found.end(),
                                         [](const io::Found* found) { return found->header.format == dicom; });
        const QString name = participant.isEmpty() && isDicom ? pseudonymOf(folder) : participant;
        if (name.isEmpty()) {
            builder.problem(
                Texts::tr("Whose images %1 holds is not known; they were not taken. Give the participant.").arg(shown));
            return;
        }
        const bool isNamed = participant.isEmpty() &&
                             std::any_of(person.nameParts.begin(), person.nameParts.end(),
                                         [&](const QString& p) { return name.contains(p, Qt::CaseInsensitive); });
        if (isNamed) {
            builder.problem(Texts::tr("A folder bears the name of the person who was scanned; it was not taken. Give a "
                                      "participant's pseudonym when you add it."));
            return;
        }
        takeVisits(person, name);
    }

    void takeVisits(const Person& person, const QString& name) {
        QSet<QDate> days;
        for (const io::Found* found : person.found)
            if (found->header.format == dicom && studyOrigin(*found).date.isValid())
                days.insert(studyOrigin(*found).date);
        if (days.size() > 1 && !visit.isEmpty()) {
            builder.problem(
                Texts::tr("The images of participant %1 are of %n days, not of visit %2 alone; they were not "
                          "taken. Add each visit's folder.",
                          nullptr, static_cast<int>(days.size()))
                    .arg(name, visit));
            return;
        }
        builder.participant(name).isNameGuessed = participant.isEmpty();
        QSet<QString> taken;
        int undated = 0;
        for (const io::Found* found : person.found) {
            Item item = itemOf(*found);
            const QString key = item.format == dicom ? item.identity : item.path;
            if (!key.isEmpty() && taken.contains(key)) continue; // magnitude and phase of one series
            taken.insert(key);
            const QDate day = found->header.format == dicom ? studyOrigin(*found).date : QDate();
            if (item.format == dicom && !day.isValid()) ++undated;
            if (visit.isEmpty() && !day.isValid()) {
                builder.item(name, {}, std::move(item));
                continue;
            }
            const QString from = item.path == QStringLiteral(".") ? QFileInfo(root).fileName() : item.path;
            Intake::FoundVisit& into = builder.visit(name, visit, day, from);
            if (day.isValid()) into.visit.date = day;
            into.items.push_back(std::move(item));
        }
        if (undated > 0)
            builder.problem(
                Texts::tr("%n series of participant %1 tell no date. Their visit has none from them.", nullptr, undated)
                    .arg(name));
    }

    [[nodiscard]] Item itemOf(const io::Found& found) const {
        const VolumeHeader& header = found.header;
        const bool isDicom = header.format == dicom;
        QString path = QFileInfo(found.files.first()).absoluteFilePath();
        if (found.files.size() > 1) { // the folder, where it holds all of it
            QStringList files;
            for (const QString& file : found.files) files << QFileInfo(file).absoluteFilePath();
            path = commonFolder(files);
        }
        const QString inside = path == root ? QStringLiteral(".") : QDir(root).relativeFilePath(path);
        Item item{{},
                  {},
                  kindOfSeries(header.name + u' ' + header.series.description, header.series.modality),
                  isDicom ? dicom : header.format.section(u'-', 0, 0),
                  header.name,
                  root,
                  inside,
                  isDicom ? header.series.uid : QString(),
                  {}};
        // Where words say nothing
        const auto& bValues = header.fourth.bValues;
        if (item.kind == QStringLiteral("other") &&
            (header.component.isEmpty() || header.component == QStringLiteral("magnitude")) &&
            std::any_of(bValues.begin(), bValues.end(), [](double b) { return b > 0; }))
            item.kind = QStringLiteral("diffusion");
        if (header.series.number > 0) item.more[QStringLiteral("series")] = QString::number(header.series.number);
        return item;
    }

    const QString root, participant, visit;
    const QByteArray nameKey;
    io::Job& job;
    IntakeBuilder builder{dicom};
    QHash<QString, Origin> origins; ///< By study
};

} // namespace

QString kindOfSeries(const QString& description, const QString& modality) {
    if (modality == QStringLiteral("PT")) {
        static const QRegularExpression fdg(QStringLiteral("fdg|glucose"), QRegularExpression::CaseInsensitiveOption);
        return description.contains(fdg) ? QStringLiteral("glucose") : QStringLiteral("other");
    }
    if (!modality.isEmpty() && modality != QStringLiteral("MR")) return QStringLiteral("other");
    static const std::vector<std::pair<QString, QRegularExpression>> table = [] {
        std::vector<std::pair<QString, QRegularExpression>> made;
        for (const SeriesWords& row : seriesWords)
            made.emplace_back(QLatin1String(row.kind),
                              QRegularExpression(QLatin1String(row.words), QRegularExpression::CaseInsensitiveOption));
        return made;
    }();
    const QString words = QString(description).replace(u'_', u' ');
    for (const auto& [kind, expression] : table)
        if (words.contains(expression)) return kind;
    return QStringLiteral("other");
}

Intake dicomIntake(const QString& root, const QStringList& paths, const IntakeOptions& options, io::Job& job) {
    return DicomTaking(root, options, job).run(paths);
}

} // namespace neuraxis::study
