#include "widgets/shortcut_sheet.h"

#include "widgets/tool.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace neuraxis {

namespace {

qsizetype heightOf(const ShortcutGroup& group) { return group.rows.size() + 2; }

/// In rows: the least that lets the groups, in their order, stand in four columns.
qsizetype columnHeight(const QList<ShortcutGroup>& groups) {
    qsizetype height = 0;
    for (const ShortcutGroup& group : groups) height = std::max(height, heightOf(group));
    const auto columns = [&] {
        qsizetype count = 1, filled = 0;
        for (const ShortcutGroup& group : groups) {
            if (filled > 0 && filled + heightOf(group) > height) {
                ++count;
                filled = 0;
            }
            filled += heightOf(group);
        }
        return count;
    };
    while (columns() > 4) ++height;
    return height;
}

} // namespace

ShortcutGroup mouseGroup(const MousePreset& preset) {
    const auto name = [](const char* toolName) { return tool(toolName).title; };
    ShortcutGroup group{ShortcutSheet::tr("Mouse: %1").arg(preset.title), {}};
    group.rows = {
        {ShortcutSheet::tr("Left drag"), name(preset.left)},
        {ShortcutSheet::tr("Middle drag"), name(preset.middle)},
        {ShortcutSheet::tr("Right drag"), name(preset.right)},
        {ShortcutSheet::tr("Wheel"), ShortcutSheet::tr("Next or previous slice")},
        {ShortcutSheet::tr("Ctrl+wheel"), name("zoom")},
        {ShortcutSheet::tr("Shift+wheel"), ShortcutSheet::tr("Next or previous volume of a series")},
        {ShortcutSheet::tr("Shift+move"), name("crosshair")},
        {ShortcutSheet::tr("Ctrl+left drag"), name("region")},
        {ShortcutSheet::tr("Double click"), ShortcutSheet::tr("Maximise the view, or back")},
        {ShortcutSheet::tr("3-D: left drag"), name("rotate")},
        {ShortcutSheet::tr("3-D: Shift+left drag"), name("opacity")},
        {ShortcutSheet::tr("3-D: right drag, wheel"), name("zoom")},
        {ShortcutSheet::tr("3-D: middle drag"), name("pan")},
    };
    return group;
}

ShortcutSheet::ShortcutSheet(const QList<ShortcutGroup>& groups, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keys and mouse"));
    auto* page = new QWidget;
    auto* columns = new QHBoxLayout(page);
    columns->setSpacing(36);
    columns->setContentsMargins(20, 16, 20, 16);
    const qsizetype height = columnHeight(groups);
    // Columns of about the same height, a group in one piece
    QGridLayout* grid = nullptr;
    qsizetype filled = 0;
    for (const ShortcutGroup& group : groups) {
        if (!grid || filled + heightOf(group) > height) {
            auto* column = new QVBoxLayout;
            grid = new QGridLayout;
            grid->setHorizontalSpacing(18);
            grid->setVerticalSpacing(5);
            column->addLayout(grid);
            column->addStretch();
            columns->addLayout(column);
            filled = 0;
        }
        filled += heightOf(group);
        auto* heading = new QLabel(QStringLiteral("<b>%1</b>").arg(group.heading.toHtmlEscaped()));
        heading->setContentsMargins(0, grid->count() ? 12 : 0, 0, 2);
        grid->addWidget(heading, grid->rowCount(), 0, 1, 2);
        for (const auto& [keys, what] : group.rows) {
            const int row = grid->rowCount();
            auto* key = new QLabel(keys);
            key->setObjectName(QStringLiteral("key"));
            grid->addWidget(key, row, 0, Qt::AlignLeft);
            grid->addWidget(new QLabel(what), row, 1);
        }
    }
    auto* scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll);
    layout->addWidget(box);
    resize(QSize(page->sizeHint().width() + 60, page->sizeHint().height() + 90)
               .boundedTo(screen()->availableSize() * 0.9));
}

} // namespace neuraxis
