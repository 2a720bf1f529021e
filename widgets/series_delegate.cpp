#include "widgets/series_delegate.h"

#include <QPainter>

namespace neuraxis {

namespace {
constexpr int pictureSize = 60, margin = 8;
}

QSize SeriesDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {200, pictureSize + 2 * margin};
}

void SeriesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const QPalette& palette = option.palette;
    const QRect whole = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) painter->fillRect(whole, palette.color(QPalette::Light));
    if (selected)
        painter->fillRect(QRect(whole.left(), whole.top(), 3, whole.height()), palette.color(QPalette::Highlight));

    const QRect picture(whole.left() + margin + 3, whole.top() + margin, pictureSize, pictureSize);
    painter->fillRect(picture, Qt::black);
    const QImage image = index.data(roles.picture).value<QImage>();
    if (!image.isNull()) {
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(picture, image);
    }
    const bool failed = index.data(roles.failed).toBool();
    const bool warned = index.data(roles.warned).toBool();
    if (failed || warned || !index.data(roles.findings).toStringList().isEmpty()) {
        const QRect mark(picture.right() - 15, picture.top() + 1, 15, 15);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(failed   ? QColor(0xd6, 0x45, 0x45)
                          : warned ? QColor(0xd9, 0x9a, 0x2b)
                                   : QColor(0x5b, 0x67, 0x78));
        painter->drawEllipse(mark);
        painter->setPen(Qt::white);
        QFont bold = option.font;
        bold.setBold(true);
        bold.setPixelSize(11);
        painter->setFont(bold);
        painter->drawText(mark, Qt::AlignCenter,
                          failed   ? QStringLiteral("×")
                          : warned ? QStringLiteral("!")
                                   : QStringLiteral("i"));
    }
    QRect text = whole.adjusted(pictureSize + 2 * margin + 5, margin, -margin, -margin);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    painter->setPen(palette.color(failed ? QPalette::Disabled : QPalette::Active, QPalette::Text));
    const QFontMetrics metrics(strong);
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeft,
                      metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, text.width()));
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::PlaceholderText));
    text.setTop(text.top() + metrics.height() + 3);
    const QString below = failed ? tr("Could not be read") : index.data(roles.subtitle).toString();
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeft, below);
    painter->restore();
}

} // namespace neuraxis
