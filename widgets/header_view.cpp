#include "widgets/header_view.h"

#include "widgets/header_model.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrentRun>
#include <algorithm>

namespace neuraxis {

namespace {
constexpr int mostOpened = 5000; ///< Rows that a search opens by itself

/// Leaves the end of long names, where "sSliceArray.asSlice[3].dThickness" tells what it is.
class NameDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

} // namespace

HeaderView::HeaderView(Read read, QWidget* parent)
    : QWidget(parent, Qt::Window), read(std::move(read)), tree(new QTreeView), model(new HeaderModel(this)) {
    setObjectName(QStringLiteral("headerView"));
    setWindowTitle(tr("Header"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 10);
    column->setSpacing(10);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    column->addLayout(grid);
    left = makeSide(QStringLiteral("left"), tr("Series"), *grid, 0);
    right = makeSide(QStringLiteral("right"), tr("Compare with"), *grid, 1);
    makeBar(*column);
    makeTree();
    empty = new QLabel;
    empty->setObjectName(QStringLiteral("quiet"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setMargin(40);
    pages = new QStackedWidget;
    pages->addWidget(empty);
    pages->addWidget(tree);
    column->addWidget(pages, 1);
    auto* below = new QHBoxLayout;
    count = new QLabel;
    count->setObjectName(QStringLiteral("quiet"));
    problem = new QLabel;
    problem->setObjectName(QStringLiteral("startProblem"));
    problem->setWordWrap(true);
    below->addWidget(count);
    below->addSpacing(16);
    below->addWidget(problem, 1);
    column->addLayout(below);

    delay.setSingleShot(true);
    delay.setInterval(40);
    connect(&delay, &QTimer::timeout, this, &HeaderView::refresh);
    connect(&watcher, &QFutureWatcherBase::finished, this, &HeaderView::take);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        search->setFocus(Qt::ShortcutFocusReason);
        search->selectAll();
    });
    resize(QSize(1180, 820).boundedTo(screen()->availableSize() * 0.9));
    search->setFocus();
}

HeaderView::Side HeaderView::makeSide(const QString& name, const QString& label, QGridLayout& grid, int row) {
    Side side{new QComboBox, new QSlider(Qt::Horizontal), new QSpinBox, new QLabel};
    auto* title = new QLabel(label);
    title->setBuddy(side.series);
    side.series->setObjectName(name + QStringLiteral("Series"));
    side.series->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    side.series->setMinimumContentsLength(24);
    side.slider->setObjectName(name + QStringLiteral("Slider"));
    side.slider->setAccessibleName(tr("File of the series"));
    side.file->setObjectName(name + QStringLiteral("File"));
    side.file->setAccessibleName(tr("File of the series"));
    side.file->setPrefix(tr("File "));
    side.file->setMinimumWidth(110);
    side.of->setObjectName(QStringLiteral("quiet"));
    side.of->setMinimumWidth(60);
    int cell = 0;
    for (QWidget* part : std::initializer_list<QWidget*>{title, side.series, side.slider, side.file, side.of})
        grid.addWidget(part, row, cell++);
    connect(side.series, &QComboBox::currentIndexChanged, this, [this, side] { showFiles(side, true); });
    connect(side.slider, &QSlider::valueChanged, side.file, &QSpinBox::setValue);
    connect(side.file, &QSpinBox::valueChanged, side.slider, &QSlider::setValue);
    connect(side.file, &QSpinBox::valueChanged, this, [this] {
        if (!delay.isActive()) delay.start();
    });
    return side;
}

void HeaderView::makeBar(QBoxLayout& column) {
    auto* bar = new QHBoxLayout;
    bar->setSpacing(14);
    search = new QLineEdit;
    search->setObjectName(QStringLiteral("search"));
    search->setPlaceholderText(tr("Search a tag, a name or a value"));
    search->setAccessibleName(tr("Search"));
    search->setClearButtonEnabled(true);
    onlyDifferences = new QCheckBox(tr("Only differences"));
    onlyDifferences->setObjectName(QStringLiteral("onlyDifferences"));
    identifying = new QCheckBox(tr("Show identifying values"));
    identifying->setObjectName(QStringLiteral("identifying"));
    identifying->setToolTip(tr("Names, dates, numbers and comments that may tell who was scanned"));
    auto* open = new QPushButton(tr("Expand all"));
    open->setObjectName(QStringLiteral("expand"));
    auto* close = new QPushButton(tr("Collapse all"));
    close->setObjectName(QStringLiteral("collapse"));
    bar->addWidget(search, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{onlyDifferences, identifying, open, close})
        bar->addWidget(part);
    column.addLayout(bar);
    connect(search, &QLineEdit::textChanged, this, [this] {
        if (!delay.isActive()) delay.start();
    });
    connect(onlyDifferences, &QCheckBox::toggled, this, &HeaderView::refresh);
    connect(identifying, &QCheckBox::toggled, this, &HeaderView::refresh);
    connect(open, &QPushButton::clicked, this, &HeaderView::expandAll);
    connect(close, &QPushButton::clicked, this, [this] {
        expanded.clear();
        tree->collapseAll();
    });
}

void HeaderView::makeTree() {
    tree->setObjectName(QStringLiteral("tree"));
    tree->setAccessibleName(tr("Header"));
    tree->setModel(model);
    tree->setItemDelegateForColumn(HeaderModel::Name, new NameDelegate(tree));
    tree->setUniformRowHeights(true);
    tree->setAlternatingRowColors(false);
    tree->setIndentation(14);
    tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree->setAllColumnsShowFocus(true);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copyAction = new QAction(tr("Copy"), tree);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    tree->addAction(copyAction);
    connect(copyAction, &QAction::triggered, this, &HeaderView::copy);
    QHeaderView* header = tree->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(28);
    header->resizeSection(HeaderModel::Tag, 156);
    header->resizeSection(HeaderModel::Name, std::clamp(screen()->availableSize().width() / 6, 190, 300));
    header->resizeSection(HeaderModel::Vr, 46);
    header->resizeSection(HeaderModel::Sign, 30);
    header->setSectionResizeMode(HeaderModel::Sign, QHeaderView::Fixed);
    header->setSectionResizeMode(HeaderModel::Left, QHeaderView::Stretch);
    header->setSectionResizeMode(HeaderModel::Right, QHeaderView::Stretch);
    header->setSectionsMovable(false);
    connect(tree, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        if (!restoring) expanded.insert(model->row(index).path);
    });
    connect(tree, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        if (!restoring) expanded.remove(model->row(index).path);
    });
}

void HeaderView::setSeries(const QList<Series>& series) {
    const int chosen[] = {left.series->currentData().isValid() ? left.series->currentData().toInt() : -1,
                          right.series->currentData().isValid() ? right.series->currentData().toInt() : -1};
    all = series;
    for (const Side& side : {left, right}) {
        const QSignalBlocker quiet(side.series);
        side.series->clear();
        if (side.series == right.series) side.series->addItem(tr("Nothing"), -1);
        for (const Series& one : all) side.series->addItem(one.name, one.id);
    }
    select(chosen[0], chosen[1]);
}

void HeaderView::choose(int leftId, int rightId) {
    identifying->setChecked(false); // each time it is asked for anew
    select(leftId, rightId);
}

void HeaderView::select(int leftId, int rightId) {
    const int ids[] = {leftId, rightId};
    int i = 0;
    for (const Side& side : {left, right}) {
        const QSignalBlocker quiet(side.series);
        const QVariant before = side.series->property("shown");
        side.series->setCurrentIndex(std::max(0, side.series->findData(ids[i++])));
        showFiles(side, before != side.series->currentData());
    }
}

const HeaderView::Series* HeaderView::series(int id) const {
    const auto here = std::find_if(all.begin(), all.end(), [&](const Series& s) { return s.id == id; });
    return here == all.end() ? nullptr : &*here;
}

void HeaderView::showFiles(const Side& side, bool first) {
    const Series* one = series(side.series->currentData().toInt());
    const auto files = one ? static_cast<int>(one->files.size()) : 0;
    side.series->setProperty("shown", side.series->currentData());
    const QSignalBlocker quietFile(side.file), quietSlider(side.slider);
    side.file->setRange(1, std::max(1, files));
    side.slider->setRange(1, std::max(1, files));
    if (first) {
        side.file->setValue(1);
        side.slider->setValue(1);
    }
    for (QWidget* part : std::initializer_list<QWidget*>{side.file, side.slider}) part->setEnabled(files > 1);
    side.of->setText(files > 0 ? tr("of %1").arg(files) : QString());
    refresh();
}

QString HeaderView::path(const Side& side) const {
    const Series* one = series(side.series->currentData().toInt());
    return one ? one->files.value(side.file->value() - 1) : QString();
}

void HeaderView::refresh() {
    const bool compares = !path(right).isEmpty();
    onlyDifferences->setEnabled(compares);
    Wanted wanted{{path(left), path(right)},
                  {search->text().trimmed(), compares && onlyDifferences->isChecked(), identifying->isChecked()}};
    if (watcher.isRunning() || (wanted == last.wanted && last.shown.rows)) return; // take() looks again
    running = wanted;
    if (!last.shown.rows) {
        empty->setText(tr("Reading the header…"));
        pages->setCurrentWidget(empty);
    }
    watcher.setFuture(QtConcurrent::run([wanted, before = last, read = read] {
        std::shared_ptr<const HeaderTree> trees[2];
        const HeaderRows* known = before.shown.rows.get();
        for (int i = 0; i < 2; ++i)
            if (wanted.paths[i].isEmpty())
                continue;
            else if (known && wanted.paths[i] == before.wanted.paths[i])
                trees[i] = i == 0 ? known->left : known->right;
            else
                trees[i] = std::make_shared<const HeaderTree>(read(wanted.paths[i]));
        const bool same = known && trees[0] == known->left && trees[1] == known->right;
        return Result{wanted, HeaderShown(same ? before.shown.rows : lay(trees[0], trees[1]), wanted.filter)};
    }));
}

void HeaderView::take() {
    last = watcher.result();
    const Wanted now{{path(left), path(right)}, {}};
    // Of a file that is no longer the chosen one nothing is shown, nor values that were hidden meanwhile.
    const bool isLate = last.wanted.paths[0] != now.paths[0] || last.wanted.paths[1] != now.paths[1] ||
                        (last.wanted.filter.identifying && !identifying->isChecked());
    if (isLate) return refresh();

    const HeaderShown& shown = last.shown;
    const bool compares = shown.rows->compares();
    const int place = tree->verticalScrollBar()->value();
    model->setShown(shown);
    tree->setColumnHidden(HeaderModel::Sign, !compares);
    tree->setColumnHidden(HeaderModel::Right, !compares);
    const bool isFiltered = !shown.filter.search.isEmpty() || shown.filter.onlyDifferences;
    restoring = true;
    if (isFiltered && shown.count() <= mostOpened)
        tree->expandAll();
    else
        restoreExpanded({});
    restoring = false;
    tree->verticalScrollBar()->setValue(place);

    QStringList problems;
    for (const auto& one : {shown.rows->left, shown.rows->right})
        if (one && !one->problem.isEmpty() && !problems.contains(one->problem)) problems << one->problem;
    problem->setText(problems.join(u'\n'));
    if (shown.count() > 0)
        count->setText(isFiltered ? tr("%n found", nullptr, shown.found) : tr("%n element(s)", nullptr, shown.found));
    else
        count->clear();
    empty->setText(all.isEmpty()                   ? tr("Nothing is open yet.")
                   : shown.rows->rows.empty()      ? problem->text()
                   : shown.filter.search.isEmpty() ? tr("The two headers do not differ.")
                   : !shown.filter.identifying     ? tr("Nothing here matches. Hidden values are not searched.")
                                                   : tr("Nothing here matches."));
    if (shown.rows->rows.empty()) problem->clear();
    pages->setCurrentWidget(shown.count() > 0 ? static_cast<QWidget*>(tree) : empty);
    refresh();
}

void HeaderView::restoreExpanded(const QModelIndex& parent) {
    for (int i = 0; i < model->rowCount(parent); ++i) {
        const QModelIndex index = model->index(i, 0, parent);
        if (model->rowCount(index) == 0 || !expanded.contains(model->row(index).path)) continue;
        tree->expand(index);
        restoreExpanded(index);
    }
}

void HeaderView::expandAll() {
    restoring = true; // one signal for each of what may be many rows
    if (last.shown.rows)
        for (const HeaderRow& row : last.shown.rows->rows)
            if (!row.either().children.empty()) expanded.insert(row.path);
    tree->expandAll();
    restoring = false;
}

void HeaderView::copy() {
    const QString text = model->asText(tree->selectionModel()->selectedRows());
    if (!text.isEmpty()) QGuiApplication::clipboard()->setText(text);
}

void HeaderView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace neuraxis
