#include "core/io/dicom_import.h"

#include "core/io/dicom_copy.h"
#include "core/io/dicom_volumes.h"
#include "core/io/parallel.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <map>
#include <tuple>

namespace neuraxis::io {

namespace {

struct Examined {
    std::optional<DicomFiles::File> file;
    QString patientId, name, born;
    QDate day;
    QString reason; ///< Why it is no image
};

Examined examine(const QString& path) {
    Examined result;
    try {
        const FileHead head = readHead(path);
        if (!isDicom(head.bytes, fileName(path).toLower()))
            throw Error(
                QCoreApplication::translate("study", "%1 is no DICOM file, so it was not copied.").arg(fileName(path)));
        const auto part = std::static_pointer_cast<const DicomPart>(inspectDicom(head));
        if (!part->problem.isEmpty()) throw Error(part->problem);
        if (part->frames.empty())
            throw Error(QCoreApplication::translate("study",
                                                    "%1 is the index of a DICOM disc, not an image; it was not copied.")
                            .arg(fileName(path)));
        const DicomImage& image = *part->image;
        if (image.truncated) throwTruncated(path);
        result.file = {path, image.series.number, image.series.uid.toLatin1(), image.instanceUid, placeOf(*part)};
        QByteArray bytes;
        qint64 size = 0;
        const DicomParse parse = parseDicomFile(head, bytes, size);
        result.patientId = parse.dataset.text(0x00100020);
        result.name = parse.dataset.text(0x00100010);
        result.born = parse.dataset.text(0x00100030);
        result.day = QDate::fromString(parse.dataset.text(0x00080020).left(8), QStringLiteral("yyyyMMdd"));
    } catch (const Error& error) {
        result.reason = error.sentence();
    } catch (const std::bad_alloc&) {
        result.reason =
            QCoreApplication::translate("io", "%1 is too large for this machine's memory.").arg(fileName(path));
    }
    return result;
}

QStringList filesIn(const QStringList& paths, std::vector<Skipped>& refused, const Job& job) {
    QStringList files;
    for (const QString& path : paths) {
        if (QFileInfo(path).isFile()) {
            files << path;
            continue;
        }
        QStringList inside;
        QDirIterator entry(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (entry.hasNext()) {
            job.throwIfCancelled();
            inside << entry.next();
        }
        if (inside.isEmpty())
            refused.push_back(
                {path, QCoreApplication::translate("study", "%1 holds no files. Check the name.").arg(fileName(path))});
        inside.sort();
        files << inside;
    }
    files.removeDuplicates();
    return files;
}

/// The folders of copies and what is in them.
class Shelves {
  public:
    Shelves(const QString& folder, const Pseudonym& pseudonym) : root(folder), pseudonym(pseudonym) {}

    /// Where to copy the file to; empty where it is already.
    QString placeFor(const DicomFiles::File& file) {
        Shelf& shelf = shelfFor(file);
        const QByteArray identity = identityOf(pseudonym.mappedUid(file.instanceUid), file.place);
        if (!file.instanceUid.isEmpty()) {
            if (shelf.images.contains(identity)) return {};
            shelf.images.insert(identity);
        }
        return shelf.dir.filePath(QStringLiteral("%1.dcm").arg(++shelf.last, 4, 10, QLatin1Char('0')));
    }

  private:
    struct Shelf {
        QDir dir;
        QByteArray seriesUid; ///< Mapped
        QSet<QByteArray> images;
        int last = 0;
    };

    static QByteArray identityOf(const QByteArray& mappedUid, const QByteArray& place) {
        return mappedUid + '\n' + place;
    }

    /// The series' own folder: <number>, or <number>-2 and on where other series have the same.
    Shelf& shelfFor(const DicomFiles::File& file) {
        const QByteArray uid = pseudonym.mappedUid(file.seriesUid);
        for (int n = 1;; ++n) {
            const QString name = QString::number(file.series) + (n > 1 ? QStringLiteral("-%1").arg(n) : QString());
            auto shelf = shelves.find(name);
            if (shelf == shelves.end()) shelf = shelves.emplace(name, look(QDir(root.filePath(name)))).first;
            if (shelf->second.last == 0 && shelf->second.seriesUid.isEmpty()) shelf->second.seriesUid = uid;
            if (shelf->second.seriesUid == uid) return shelf->second;
        }
    }

    static Shelf look(const QDir& dir) {
        Shelf shelf{dir, {}, {}, 0};
        for (const QString& name : dir.entryList({QStringLiteral("*.dcm")}, QDir::Files, QDir::Name)) {
            const Examined there = examine(dir.filePath(name));
            shelf.last = std::max(shelf.last, QFileInfo(name).baseName().toInt());
            if (!there.file) continue;
            shelf.seriesUid = there.file->seriesUid;
            shelf.images.insert(identityOf(there.file->instanceUid, there.file->place));
        }
        return shelf;
    }

    QDir root;
    const Pseudonym& pseudonym;
    std::map<QString, Shelf> shelves;
};

} // namespace

DicomFiles findDicom(const QStringList& paths, Job& job) {
    DicomFiles found;
    const QStringList files = filesIn(paths, found.refused, job);
    std::vector<Examined> examined(static_cast<std::size_t>(files.size()));
    job.expect(static_cast<int>(files.size()));
    inParallel(static_cast<int>(files.size()), job, [&](int i) {
        examined[static_cast<std::size_t>(i)] = examine(files[i]);
        job.advance();
    });
    QSet<QString> ids, named, nameless; // nameless: persons in files without a patient number
    for (std::size_t i = 0; i < examined.size(); ++i) {
        Examined& one = examined[i];
        if (!one.file) {
            found.refused.push_back({files[static_cast<qsizetype>(i)], one.reason});
            continue;
        }
        if (!one.patientId.isEmpty()) ids.insert(one.patientId);
        if (!one.name.isEmpty() || !one.born.isEmpty())
            (one.patientId.isEmpty() ? nameless : named).insert(one.name + u'\n' + one.born);
        if (!one.name.isEmpty() && !found.names.contains(one.name)) found.names << one.name;
        if (one.day.isValid() && (!found.day.isValid() || one.day < found.day)) found.day = one.day;
        found.files.push_back(std::move(*one.file));
    }
    // A number is a person; without one a name and birth date, unless the same stand in a file with the number.
    const auto people = ids.size() + (named.isEmpty() ? nameless : nameless - named).size();
    if (people > 1)
        throw Error(QCoreApplication::translate(
            "study", "These are images of %n people. Choose the folder of one person at a time.", nullptr,
            static_cast<int>(people)));
    if (!ids.isEmpty()) found.patientId = *ids.begin();
    std::stable_sort(found.files.begin(), found.files.end(), [](const auto& a, const auto& b) {
        return std::tie(a.series, a.seriesUid) < std::tie(b.series, b.seriesUid);
    });
    return found;
}

void checkPseudonym(const DicomFiles& found, const QString& participant, const QString& visit) {
    const auto isUsable = [](const QString& word) {
        // They name folders too.
        return word.size() <= 64 && word != u"." && word != u".." &&
               std::none_of(word.begin(), word.end(), [](QChar c) {
                   return c == u'/' || c == u'\\' || c == u'^' || c == u'=' || c.unicode() < 0x20;
               });
    };
    if (participant.trimmed().isEmpty() || !isUsable(participant) || !isUsable(visit))
        throw Error(QCoreApplication::translate(
            "study",
            "A pseudonym and a visit's label have 1 to 64 characters, without /, \\, ^ and =. Choose others."));
    static const QRegularExpression between(QStringLiteral("[\\^=\\\\,\\s]+"));
    for (const QString& name : found.names)
        for (const QString& part : name.split(between, Qt::SkipEmptyParts))
            if (part.size() > 2 && name != participant && participant.contains(part, Qt::CaseInsensitive))
                throw Error(QCoreApplication::translate(
                    "study", "A part of the person's name is in the pseudonym. Choose a pseudonym that names nobody."));
}

DicomCopies copyDicom(const DicomFiles& found, const Pseudonym& pseudonym, const QString& folder, Job& job) {
    checkPseudonym(found, pseudonym.participant, pseudonym.visit);
    if (pseudonym.uidKey.size() < 16)
        throw Error(QCoreApplication::translate(
            "study", "The participant has no key for identifiers. Take the pseudonym from a key table."));
    DicomCopies copies{{}, 0, found.refused};
    struct Work {
        QString from, to;
    };
    std::vector<Work> work;
    Shelves shelves(folder, pseudonym);
    for (const DicomFiles::File& file : found.files) {
        job.throwIfCancelled();
        const QString to = shelves.placeFor(file);
        to.isEmpty() ? void(++copies.known) : work.push_back({file.path, to});
    }
    const bool wasThere = QFileInfo::exists(folder);
    std::vector<QString> reasons(work.size());
    job.expect(static_cast<int>(work.size()));
    try {
        inParallel(static_cast<int>(work.size()), job, [&](int i) {
            const auto& [from, to] = work[static_cast<std::size_t>(i)];
            try {
                const FileHead head = readHead(from);
                const auto part = std::static_pointer_cast<const DicomPart>(inspectDicom(head));
                QDir().mkpath(QFileInfo(to).path());
                copyDicomFile(head, *part, pseudonym, to, job);
            } catch (const WriteError&) {
                throw;
            } catch (const Error& error) {
                reasons[static_cast<std::size_t>(i)] = error.sentence();
            }
            job.advance();
        });
    } catch (...) {
        for (const Work& one : work) {
            QFile::remove(one.to);
            QDir().rmdir(QFileInfo(one.to).path()); // where nothing else is in it
        }
        if (!wasThere) QDir().rmdir(folder);
        throw;
    }
    for (std::size_t i = 0; i < work.size(); ++i)
        if (reasons[i].isEmpty())
            copies.written << work[i].to;
        else {
            copies.refused.push_back({work[i].from, reasons[i]});
            QDir().rmdir(QFileInfo(work[i].to).path());
        }
    return copies;
}

} // namespace neuraxis::io
