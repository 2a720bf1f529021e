#include "core/io/key_table.h"

#include "core/io/packed_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QLockFile>
#include <QRandomGenerator>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>
#include <utility>

namespace neuraxis::io {

namespace {

constexpr QFile::Permissions onlyOwner = QFile::ReadOwner | QFile::WriteOwner;
constexpr const char* titles = "patient_id\tpseudonym\tday_offset\tuid_key";
constexpr int keyBytes = 32, patienceMs = 30'000;
// 120 to 180 years: before 1925, which BIDS takes for dates that are not real.
constexpr qint64 leastDays = 120 * 365, mostDays = 180 * 365;

QByteArray randomKey() {
    QByteArray key(keyBytes, '\0');
    for (char& byte : key) byte = static_cast<char>(QRandomGenerator::system()->generate());
    return key;
}

[[noreturn]] void throwUnwritable(const QString& path, const QString& reason) {
    throw WriteError(
        QCoreApplication::translate("study", "The key table %1 cannot be written (%2). Nothing was copied or taken in.")
            .arg(fileName(path), reason));
}

} // namespace

KeyTable KeyTable::open(const QString& path) {
    KeyTable table(path);
    table.read();
    return table;
}

void KeyTable::read() {
    rows.clear();
    byPseudonym.clear();
    byId.clear();
    QFile file(path);
    if (!file.exists()) return;
    if (!file.open(QFile::ReadOnly)) throwUnreadable(path, file.errorString());
    if ((file.permissions() & ~(onlyOwner | QFile::ReadUser | QFile::WriteUser)) && !file.setPermissions(onlyOwner))
        throw Error(QCoreApplication::translate(
                        "study", "The key table %1 can be read by others. Make it readable by you alone.")
                        .arg(fileName(path)));
    int number = 0;
    for (QByteArray line : file.readAll().split('\n')) {
        ++number;
        if (line.endsWith('\r')) line.chop(1);
        if (line.isEmpty() || (number == 1 && line == titles)) continue;
        const QList<QByteArray> cells = line.split('\t');
        bool isNumber = false;
        const qint64 offset = cells.value(2).toLongLong(&isNumber);
        const QByteArray key = QByteArray::fromHex(cells.value(3));
        if (cells.size() != 4 || cells[1].isEmpty() || !isNumber || key.size() < 16)
            throw Error(QCoreApplication::translate("study",
                                                    "Line %2 of the key table %1 is damaged. Take the table from a "
                                                    "backup; without it dates and identifiers would differ.")
                            .arg(fileName(path))
                            .arg(number));
        append({QString::fromUtf8(cells[0]), QString::fromUtf8(cells[1]), offset, key});
    }
}

const KeyTable::Row& KeyTable::append(Row row) {
    if (!byPseudonym.contains(row.pseudonym)) byPseudonym[row.pseudonym] = rows.size();
    if (!byId.contains(row.originalId)) byId[row.originalId] = rows.size();
    return rows.emplace_back(std::move(row));
}

const KeyTable::Row* KeyTable::find(const QString& pseudonym) const {
    const auto at = byPseudonym.constFind(pseudonym);
    return at == byPseudonym.cend() ? nullptr : &rows[*at];
}

QString KeyTable::pseudonymOf(const QString& originalId) const {
    const auto at = byId.constFind(originalId);
    return at == byId.cend() || originalId.isEmpty() ? QString() : rows[*at].pseudonym;
}

std::unique_ptr<QLockFile> KeyTable::locked() const {
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(patienceMs))
        throwUnwritable(path, lock->error() == QLockFile::LockFailedError
                                  ? QCoreApplication::translate("study", "another program is using it")
                                  : QCoreApplication::translate("study", "its folder cannot be written to"));
    return lock;
}

qint64 KeyTable::newOffset() { return -QRandomGenerator::system()->bounded(leastDays, mostDays); }

std::optional<qint64> KeyTable::offsetOf(const QString& pseudonym) const {
    const Row* row = find(pseudonym);
    return row ? std::optional(row->dayOffset) : std::nullopt;
}

bool KeyTable::hasOtherNumbers(const QString& originalId, const QString& pseudonym) const {
    const QString id = originalId.simplified();
    bool others = false;
    for (const Row& row : rows) {
        if (row.pseudonym != pseudonym || row.originalId.isEmpty()) continue;
        if (row.originalId == id) return false;
        others = true;
    }
    return others && !id.isEmpty();
}

Pseudonym KeyTable::entryFor(const QString& originalId, const QString& pseudonym) {
    const QString id = originalId.simplified(), name = pseudonym.simplified();
    const auto lock = locked();
    read(); // others may have added to it
    if (const QString other = pseudonymOf(id); !other.isEmpty() && other != name)
        throw Error(QCoreApplication::translate("study",
                                                "These images are of a person who is in the key table as %1, not as "
                                                "%2. Import them under that pseudonym.")
                        .arg(other, name));
    const auto known =
        std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.originalId == id && r.pseudonym == name; });
    if (known != rows.end()) return {name, {}, known->dayOffset, known->uidKey, false};
    const Row* same = find(name);
    const Row& row = append({id, name, same ? same->dayOffset : newOffset(), same ? same->uidKey : randomKey()});
    write();
    return {name, {}, row.dayOffset, row.uidKey, false};
}

void KeyTable::add(const QMap<QString, qint64>& offsets) {
    const auto lock = locked();
    read();
    const std::size_t before = rows.size();
    for (auto it = offsets.cbegin(); it != offsets.cend(); ++it) {
        const QString name = it.key().simplified();
        const Row* known = find(name);
        if (known && known->dayOffset != *it)
            throw Error(QCoreApplication::translate("study",
                                                    "The key table %1 was changed by somebody else meanwhile. Nothing "
                                                    "was taken in; do it again.")
                            .arg(fileName(path)));
        if (!known) append({{}, name, *it, randomKey()});
    }
    if (rows.size() > before) write();
}

/// Beside the old one and then in its place, so that there is always a whole one.
void KeyTable::write() const {
    const QString part = path + QStringLiteral(".part");
    QFile::remove(part);
    QFile file(part);
    if (!file.open(QFile::WriteOnly | QFile::NewOnly, onlyOwner)) throwUnwritable(path, file.errorString());
    QByteArray text = QByteArray(titles) + '\n';
    for (const Row& row : rows)
        text += row.originalId.toUtf8() + '\t' + row.pseudonym.toUtf8() + '\t' + QByteArray::number(row.dayOffset) +
                '\t' + row.uidKey.toHex() + '\n';
    const bool isWritten = file.write(text) == text.size() && file.flush() && fsync(file.handle()) == 0;
    file.close();
    if (isWritten && std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) == 0) return;
    const QString reason = QString::fromLocal8Bit(strerror(errno));
    QFile::remove(part);
    throwUnwritable(path, reason);
}

} // namespace neuraxis::io
