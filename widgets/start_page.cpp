#include "widgets/start_page.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace neuraxis {

QString shortPath(const QString& path) {
    const QStringList parts = QDir::fromNativeSeparators(path).split(u'/', Qt::SkipEmptyParts);
    return parts.size() <= 2 ? path : QStringLiteral("…/") + parts.mid(parts.size() - 2).join(u'/');
}

StartPage::StartPage(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("startPage"));
    title = new QLabel;
    title->setObjectName(QStringLiteral("startTitle"));
    title->setAlignment(Qt::AlignCenter);
    hint = new QLabel;
    hint->setObjectName(QStringLiteral("startHint"));
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    auto* files = new QPushButton(tr("Open files…"));
    auto* folder = new QPushButton(tr("Open a folder…"));
    folder->setDefault(true);
    folder->setObjectName(QStringLiteral("primary"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->setSpacing(10);
    buttons->addWidget(folder);
    buttons->addWidget(files);
    buttons->addStretch();
    problem = new QLabel;
    problem->setObjectName(QStringLiteral("startProblem"));
    problem->setAlignment(Qt::AlignCenter);
    problem->setWordWrap(true);
    problem->hide();
    recent = new QVBoxLayout;
    recent->setSpacing(2);
    auto* research = new QLabel(tr("For research use only. Not for diagnosis."));
    research->setObjectName(QStringLiteral("startHint"));
    research->setAlignment(Qt::AlignCenter);

    auto* column = new QVBoxLayout;
    column->setSpacing(14);
    column->addStretch(3);
    column->addWidget(title);
    column->addWidget(hint);
    column->addLayout(buttons);
    column->addWidget(problem);
    column->addSpacing(10);
    column->addLayout(recent);
    column->addStretch(4);
    column->addWidget(research);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(48, 48, 48, 32);
    row->addStretch();
    row->addLayout(column, 4);
    row->addStretch();
    connect(files, &QPushButton::clicked, this, &StartPage::openFiles);
    connect(folder, &QPushButton::clicked, this, &StartPage::openFolder);
    setOpening(false);
}

void StartPage::setOpening(bool opening) {
    title->setText(opening ? tr("Opening…") : tr("Drop a scan here"));
    hint->setText(opening ? tr("The first series shows as soon as it has been read.")
                          : tr("A folder from the scanner or single files: DICOM, NIfTI, NRRD, MGH.\n"
                               "Nothing is imported and your files are never changed."));
}

void StartPage::setProblem(const QString& sentence) {
    problem->setText(sentence);
    problem->setVisible(!sentence.isEmpty());
}

void StartPage::setRecent(const QStringList& paths) {
    while (QLayoutItem* item = recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& path : paths.mid(0, 5)) {
        auto* link = new QPushButton(shortPath(path));
        link->setFlat(true);
        link->setCursor(Qt::PointingHandCursor);
        link->setObjectName(QStringLiteral("recentLink"));
        connect(link, &QPushButton::clicked, this, [this, path] { Q_EMIT openRecent(path); });
        recent->addWidget(link, 0, Qt::AlignHCenter);
    }
}

void StartPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = palette().color(QPalette::PlaceholderText);
    colour.setAlphaF(0.5f);
    painter.setPen(QPen(colour, 1.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(20, 20, -20, -20), 14, 14);
}

} // namespace neuraxis
