#include "core/study/delimited_table.h"

#include "core/io/error.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStringDecoder>
#include <algorithm>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

constexpr qint64 largestTable = 512LL << 20;

QString decoded(const QByteArray& bytes) {
    if (const auto marked = QStringConverter::encodingForData(bytes)) {
        QStringDecoder decoder(*marked);
        return decoder(bytes);
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

/// What separates the names of the first line: of tab, semicolon and comma the most frequent outside quotes.
QChar separatorOf(const QString& text) {
    QMap<QChar, int> counts;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') quoted = !quoted;
        if (!quoted && (c == u'\n' || c == u'\r')) break;
        if (!quoted) ++counts[c];
    }
    QChar best = u'\t';
    for (const QChar c : {QChar(u';'), QChar(u',')})
        if (counts.value(c) > counts.value(best)) best = c;
    return best;
}

std::vector<QStringList> recordsOf(const QString& text, QChar separator) {
    std::vector<QStringList> records;
    QStringList cells;
    QString cell;
    bool quoted = false;
    const auto endCell = [&] {
        cells << cell.trimmed();
        cell.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"') // a quote within quotes is doubled
                cell += text[i++];
            else
                quoted = false;
        } else if (c == u'"' && cell.trimmed().isEmpty()) {
            quoted = true;
            cell.clear();
        } else if (c == separator)
            endCell();
        else if (c == u'\n' || c == u'\r') {
            if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') ++i;
            endCell();
            records.push_back(std::move(cells));
            cells.clear();
        } else
            cell += c;
    }
    if (!cell.isEmpty() || !cells.isEmpty()) {
        endCell();
        records.push_back(std::move(cells));
    }
    return records;
}

} // namespace

DelimitedTable readDelimited(const QString& path) {
    DelimitedTable table;
    table.name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        throw io::Error(
            Texts::tr("The table %1 cannot be read. Check that it is there and that you may open it.").arg(table.name));
    if (file.size() > largestTable) throw io::Error(Texts::tr("%1 is too large for a table.").arg(table.name));
    const QString text = decoded(file.readAll());
    if (text.contains(QChar(0)))
        throw io::Error(Texts::tr("%1 is no table of text. Save it as CSV or TSV.").arg(table.name));
    table.separator = separatorOf(text);
    std::vector<QStringList> records = recordsOf(text, table.separator);
    const auto isEmpty = [](const QStringList& cells) {
        return std::all_of(cells.begin(), cells.end(), [](const QString& c) { return c.isEmpty(); });
    };
    if (records.empty() || isEmpty(records[0]))
        throw io::Error(Texts::tr("The table %1 is empty. Its first row is to name its columns.").arg(table.name));
    table.columns = records[0];
    QSet<QString> seen;
    for (const QString& column : table.columns) {
        if (!column.isEmpty() && seen.contains(column))
            throw io::Error(
                Texts::tr("The table %1 has two columns named %2. Rename one of them.").arg(table.name, column));
        seen.insert(column);
    }
    for (std::size_t i = 1; i < records.size(); ++i)
        if (!isEmpty(records[i])) table.rows.push_back({static_cast<int>(i) + 1, std::move(records[i])});
    return table;
}

QStringList columnsOf(const QString& path) {
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) return {};
    const QString text = decoded(file.read(64 * 1024));
    if (text.contains(QChar(0)) || text.isEmpty()) return {};
    const auto records = recordsOf(text, separatorOf(text));
    return records.empty() ? QStringList() : records[0];
}

bool isMissing(const QString& cell) {
    static const QSet<QString> words = {QString(),
                                        QStringLiteral("n/a"),
                                        QStringLiteral("na"),
                                        QStringLiteral("nan"),
                                        QStringLiteral("null"),
                                        QStringLiteral("."),
                                        QStringLiteral("-"),
                                        QStringLiteral("?"),
                                        QStringLiteral("#n/a"),
                                        QStringLiteral("missing")};
    return cell.size() < 10 && (cell.isEmpty() || !cell.front().isDigit()) && words.contains(cell.trimmed().toLower());
}

} // namespace neuraxis::study
