#include "widgets/header_model.h"

#include <QColor>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>
#include <algorithm>

namespace neuraxis {

namespace {

constexpr qsizetype longestToolTip = 1200;

const HeaderNode* side(const HeaderRow& row, int column) {
    return column == HeaderModel::Left ? row.left : column == HeaderModel::Right ? row.right : &row.either();
}

} // namespace

void HeaderModel::setShown(const HeaderShown& shown) {
    beginResetModel();
    content = shown;
    endResetModel();
}

QModelIndex HeaderModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= ColumnCount) return {};
    return createIndex(row, column, static_cast<quintptr>(content.child(number(parent), row)));
}

QModelIndex HeaderModel::parent(const QModelIndex& child) const {
    if (!child.isValid()) return {};
    const int above = content.row(number(child)).parent;
    return above < 0 ? QModelIndex() : createIndex(content.placeOf(above), 0, static_cast<quintptr>(above));
}

int HeaderModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : content.childCount(number(parent));
}

QString HeaderModel::cell(const HeaderRow& row, int column) const {
    const HeaderNode& node = row.either();
    switch (column) {
    case Tag: return tagText(node.tag);
    case Name: return node.name;
    case Vr: return QString::fromLatin1(node.vr, 2).trimmed();
    case Sign: return row.differs ? QStringLiteral("≠") : QString();
    case Left:
    case Right: {
        const HeaderNode* one = side(row, column);
        if (!one) return content.rows->compares() ? QStringLiteral("—") : QString();
        return shownValue(*one, content.filter.identifying);
    }
    default: return {};
    }
}

QString HeaderModel::toolTip(const HeaderRow& row, int column) const {
    const HeaderNode* node = side(row, column);
    if (!node) return tr("This header does not have it.");
    if (column == Sign) return row.differs ? tr("The two headers differ here.") : QString();
    if (column <= Vr) {
        const bool moved = row.left && row.right && row.left->tag != row.right->tag;
        QStringList lines{node->name};
        if (!node->creator.isEmpty()) lines << tr("Private: %1").arg(node->creator);
        if (moved) lines << tr("On the right: %1").arg(tagText(row.right->tag));
        return lines.join(u'\n');
    }
    if (node->identifying && !content.filter.identifying)
        return tr("Hidden, as it may tell who was scanned. \"Show identifying values\" shows it.");
    const QString value = node->value.left(longestToolTip);
    return value.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(value.toHtmlEscaped());
}

QVariant HeaderModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const HeaderRow& one = row(index);
    const int column = index.column();
    const HeaderNode* node = side(one, column);
    const bool isValue = column == Left || column == Right;
    switch (role) {
    case Qt::DisplayRole: return cell(one, column);
    case Qt::ToolTipRole: return toolTip(one, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(column == Sign ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter));
    case Qt::BackgroundRole:
        // A tint for the eye; the sign says the same without colour.
        return one.differs && (isValue || column == Sign) ? QVariant(QColor(0xd9, 0x9a, 0x2b, 56)) : QVariant();
    case Qt::ForegroundRole: {
        const bool quiet = isValue && (!node || (node->identifying && !content.filter.identifying));
        return quiet || column == Vr ? QVariant(QGuiApplication::palette().color(QPalette::PlaceholderText))
                                     : QVariant();
    }
    case Qt::FontRole:
        if (column == Sign) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    default: return {};
    }
}

QVariant HeaderModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    const bool two = content.rows && content.rows->compares();
    switch (section) {
    case Tag: return tr("Tag");
    case Name: return tr("Name");
    case Vr: return tr("VR", "the type of a DICOM element");
    case Left: return two ? tr("Value, left") : tr("Value");
    case Right: return tr("Value, right");
    default: return {};
    }
}

QString HeaderModel::asText(const QModelIndexList& rows) const {
    std::vector<int> numbers;
    for (const QModelIndex& one : rows)
        if (one.isValid()) numbers.push_back(number(one));
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    const bool two = content.rows && content.rows->compares();
    QString text;
    for (const int one : numbers) {
        const HeaderRow& line = content.row(one);
        QStringList cells{cell(line, Tag), cell(line, Name), cell(line, Vr)};
        if (two) cells << cell(line, Sign);
        cells << cell(line, Left);
        if (two) cells << cell(line, Right);
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace neuraxis
