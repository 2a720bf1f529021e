#include "widgets/study_panel.h"

#include "widgets/form_parts.h"
#include "widgets/study_board.h"
#include "widgets/study_details.h"
#include "widgets/study_grid.h"
#include "widgets/study_legend.h"

#include <QApplication>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>
#include <QWidgetAction>
#include <QtConcurrentRun>
#include <algorithm>

namespace neuraxis {

namespace {

constexpr std::size_t mostAtOnce = 10000; ///< Participants that are filtered where the user types

/// Lets go of it on another thread: to free millions of records takes long.
void letGo(std::shared_ptr<const Cohort> cohort) {
    if (cohort) QThreadPool::globalInstance()->start([last = std::move(cohort)] {});
}

/// Freed on another thread, whoever holds it last.
std::shared_ptr<const CohortIndex> indexOf(std::shared_ptr<const Cohort> cohort) {
    return {new CohortIndex(std::move(cohort)),
            [](const CohortIndex* index) { QThreadPool::globalInstance()->start([index] { delete index; }); }};
}

QToolButton* panelButton(const QString& text) {
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("panelButton"));
    button->setText(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

StudyPanel::StudyPanel(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("studyPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeTop(*column);
    makeBar(*column);
    makePages(*column);
    connect(&indexing, &QFutureWatcherBase::finished, this, &StudyPanel::takeIndex);
    connect(&filtering, &QFutureWatcherBase::finished, this, [this] { take(filtering.future().takeResult()); });
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        search->setFocus(Qt::ShortcutFocusReason);
        search->selectAll();
    });
    setFocusProxy(search);
    showConditions();
    showSaved();
    showRows();
}

void StudyPanel::makeTop(QBoxLayout& column) {
    title = new QLabel;
    title->setObjectName(QStringLiteral("studyTitle"));
    count = new QLabel;
    count->setObjectName(QStringLiteral("studyCount"));
    auto* research = new QLabel(tr("Research use only"));
    research->setObjectName(QStringLiteral("quiet"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 16, 4);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(count);
    row->addStretch(1);
    row->addWidget(research);
    column.addLayout(row);
}

void StudyPanel::makeBar(QBoxLayout& column) {
    search = new QLineEdit;
    search->setObjectName(QStringLiteral("studySearch"));
    search->setPlaceholderText(tr("Search a participant, group, genotype, sex or site"));
    search->setAccessibleName(tr("Search participants"));
    search->setClearButtonEnabled(true);
    search->installEventFilter(this);
    connect(search, &QLineEdit::textChanged, this, [this](const QString& text) {
        wanted.filter.text = text;
        refresh();
    });

    filterButton = panelButton(tr("Conditions"));
    filterButton->setAccessibleName(tr("Conditions"));
    form = new StudyFilterForm(this);
    connect(filterButton, &QToolButton::clicked, this, [this] { form->popUp(*filterButton); });
    connect(form, &StudyFilterForm::changed, this, [this] {
        wanted.filter.conditions = form->conditions();
        showConditions();
        refresh();
    });
    savedButton = panelButton(tr("Kept filters"));
    savedButton->setPopupMode(QToolButton::InstantPopup);
    savedMenu = new QMenu(this);
    savedMenu->setObjectName(QStringLiteral("savedFilters"));
    savedButton->setMenu(savedMenu);

    axis = panelButton({});
    axis->setPopupMode(QToolButton::InstantPopup);
    axis->setToolTip(tr("Time of the lanes"));
    auto* axes = new QMenu(axis);
    axes->setObjectName(QStringLiteral("swimmerAxis"));
    axis->setMenu(axes);
    const auto addAxis = [this, axes](const QString& text, SwimmerPlot::Axis along) {
        connect(axes->addAction(text), &QAction::triggered, this, [this, text, along] {
            axis->setText(text);
            axis->setAccessibleName(tr("Time of the lanes: %1").arg(text));
            swimmer->setAxis(along);
        });
    };
    addAxis(tr("Months since onset"), SwimmerPlot::Axis::Onset);
    addAxis(tr("Calendar"), SwimmerPlot::Axis::Calendar);
    addAxis(tr("Months since first scan"), SwimmerPlot::Axis::FirstScan);
    views = new QButtonGroup(this);
    auto* switches = new QHBoxLayout;
    switches->setSpacing(0);
    int id = 0;
    for (const QString& text : {tr("Grid"), tr("Swimmer"), tr("Board")}) {
        auto* button = new QToolButton;
        button->setObjectName(id == Board ? QStringLiteral("lastViewSwitch") : QStringLiteral("viewSwitch"));
        button->setText(text);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setChecked(id == Grid);
        views->addButton(button, id++);
        switches->addWidget(button);
    }
    connect(views, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) showRows();
    });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 4, 16, 8);
    row->setSpacing(8);
    row->addWidget(search, 1);
    row->addWidget(filterButton);
    row->addWidget(savedButton);
    row->addSpacing(16);
    row->addWidget(axis);
    row->addLayout(switches);
    column.addLayout(row);

    auto* inside = new QWidget;
    chipRow = new QHBoxLayout(inside);
    chipRow->setContentsMargins(16, 0, 16, 8);
    chipRow->setSpacing(6);
    chips = new QScrollArea; // many conditions do not widen the window
    chips->setObjectName(QStringLiteral("chips"));
    chips->setFrameShape(QFrame::NoFrame);
    chips->setWidgetResizable(true);
    chips->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chips->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the wheel and Tab reach the others
    chips->setFocusPolicy(Qt::NoFocus);
    chips->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    chips->setWidget(inside);
    column.addWidget(chips);
}

void StudyPanel::makePages(QBoxLayout& column) {
    model = new StudyModel(this);
    grid = new StudyGrid(*model);
    swimmer = new SwimmerPlot;
    board = new StudyBoard;
    empty = new QWidget;
    emptyText = new QLabel;
    emptyText->setObjectName(QStringLiteral("emptyText"));
    emptyText->setAlignment(Qt::AlignCenter);
    emptyText->setWordWrap(true);
    clear = new QPushButton;
    clear->setObjectName(QStringLiteral("clearFilter"));
    auto* middle = new QVBoxLayout(empty);
    middle->addStretch(1);
    middle->addWidget(emptyText);
    middle->addSpacing(10);
    middle->addWidget(clear, 0, Qt::AlignHCenter);
    middle->addStretch(1);
    simulated = new QLabel(tr("Simulated data"));
    simulated->setObjectName(QStringLiteral("simulated"));
    simulated->setIndent(0);
    simulated->hide();
    pages = new QStackedWidget;
    for (QWidget* page : std::initializer_list<QWidget*>{grid, swimmer, board, empty}) pages->addWidget(page);
    legend = new StudyLegend;
    details = new StudyDetails;
    column.addWidget(simulated);
    column.addWidget(pages, 1);
    column.addWidget(legend);
    column.addWidget(details);

    connect(clear, &QPushButton::clicked, this, [this] {
        setFilter({});
        search->setFocus();
    });
    axis->menu()->actions().first()->trigger();
    connect(model, &StudyModel::orderChosen, this, [this](const CohortOrder& order) {
        wanted.order = order;
        refresh();
    });
    connect(grid, &StudyGrid::chosen, this, &StudyPanel::setCurrent);
    connect(swimmer, &SwimmerPlot::chosen, this, &StudyPanel::setCurrent);
    connect(grid, &StudyGrid::opened, this, &StudyPanel::opened);
    connect(swimmer, &SwimmerPlot::opened, this, &StudyPanel::opened);
    connect(details, &StudyDetails::openAsked, this, [this] { Q_EMIT opened(chosen); });
    connect(details, &StudyDetails::stepAsked, this, [this](int step) {
        const QString next = beside(chosen, step);
        if (!next.isEmpty()) setCurrent(next);
    });
}

void StudyPanel::setCohort(std::shared_ptr<const Cohort> next) {
    letGo(std::exchange(cohort, std::move(next)));
    isOutdated = indexing.isRunning();
    if (!cohort) {
        wanted.index.reset();
        return refresh();
    }
    if (!isOutdated) makeIndex();
    if (!shownIndex) showRows();
}

void StudyPanel::makeIndex() {
    indexing.setFuture(QtConcurrent::run([source = cohort]() mutable {
        const auto index = indexOf(std::move(source));
        return Made{index, StudyFilterForm::offersOf(*index)};
    }));
}

void StudyPanel::takeIndex() {
    const Made made = indexing.future().takeResult();
    if (!cohort) return; // closed meanwhile
    if (std::exchange(isOutdated, false)) return makeIndex();
    wanted.index = made.index;
    form->setOffers(made.offers);
    refresh();
}

void StudyPanel::refresh() {
    if (filtering.isRunning()) return; // take() looks again
    if (!wanted.index) return take({wanted, {}});
    if (wanted.index->rows().size() <= mostAtOnce)
        return take({wanted, rowsOf(*wanted.index, wanted.filter, wanted.order)});
    filtering.setFuture(QtConcurrent::run([asked = wanted] {
        return Result{asked, rowsOf(*asked.index, asked.filter, asked.order)};
    }));
}

void StudyPanel::take(const Result& result) {
    if (!(result.of == wanted)) return refresh();
    last = result;
    shownIndex = wanted.index;
    model->show(shownIndex, last.rows);
    swimmer->show(shownIndex, last.rows);
    showConditions();
    showRows();
    Q_EMIT ready();
}

void StudyPanel::showRows() {
    const View at = view();
    const Cohort* shown = shownIndex ? &shownIndex->cohort() : cohort.get();
    const std::size_t whole = shownIndex ? shownIndex->rows().size() : 0;
    const bool nobody = !shownIndex || last.rows.empty();
    title->setText(!shown ? QString() : shown->name.isEmpty() ? tr("Study") : shown->name);
    simulated->setVisible(shown && shown->simulated);
    const auto all = static_cast<int>(whole);
    count->setText(
        !shownIndex ? QString()
        : last.rows.size() == whole
            ? tr("%Ln participant(s)", nullptr, all)
            : tr("%1 of %Ln participant(s)", nullptr, all).arg(QLocale().toString(static_cast<int>(last.rows.size()))));
    axis->setVisible(at == Swimmer && !nobody);
    for (QWidget* part : std::initializer_list<QWidget*>{search, filterButton, savedButton})
        part->setEnabled(whole > 0);
    if (nobody) {
        showEmpty();
        pages->setCurrentWidget(empty);
    } else if (at == Grid) {
        pages->setCurrentWidget(grid);
    } else if (at == Swimmer) {
        pages->setCurrentWidget(swimmer);
    } else {
        board->show(boardOf(*shownIndex, last.rows));
        pages->setCurrentWidget(board);
    }
    legend->setVisible(!nobody && at != Board);
    details->setVisible(!nobody && at != Board);
    if (legend->isVisibleTo(this)) showLegend();
    if (!chosen.isEmpty() && (!shownIndex || shownIndex->rowOf(chosen) < 0)) return setCurrent({});
    showDetails();
    fitDetails();
}

void StudyPanel::showEmpty() {
    const bool isSearch = !wanted.filter.text.trimmed().isEmpty(), isConditions = !wanted.filter.conditions.empty();
    const bool isFiltered = shownIndex && !shownIndex->rows().empty();
    emptyText->setText(!cohort        ? tr("No study is open.")
                       : !shownIndex  ? tr("Reading the study…")
                       : !isFiltered  ? tr("Nobody is in this study yet. Drop folders with scans, or tables, on this "
                                            "window. Nothing is copied or changed.")
                       : isConditions ? isSearch ? tr("No participant fits the search and the conditions.")
                                                 : tr("No participant fits the conditions.")
                                      : tr("No participant fits “%1”.").arg(wanted.filter.text.trimmed()));
    clear->setText(!isConditions ? tr("Clear the search")
                   : isSearch    ? tr("Clear search and conditions")
                                 : tr("Clear the conditions"));
    clear->setVisible(isFiltered);
}

void StudyPanel::showDetails() {
    const bool isListed = model->rowOf(chosen) >= 0;
    details->show(shownIndex.get(), isListed ? shownIndex->rowOf(chosen) : -1);
    details->setNeighbours(!beside(chosen, -1).isEmpty(), !beside(chosen, 1).isEmpty());
}

void StudyPanel::fitDetails() {
    details->setFixedHeight(std::min(details->fullHeight(), std::max(fontMetrics().height() * 8, height() / 4)));
}

void StudyPanel::showLegend() {
    legend->tell(*shownIndex, last.rows, view() == Grid ? StudyLegend::OfGrid : StudyLegend::OfSwimmer);
}

void StudyPanel::showConditions() {
    while (QLayoutItem* item = chipRow->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    const auto& conditions = wanted.filter.conditions;
    chips->setVisible(!conditions.empty() && wanted.index);
    filterButton->setText(conditions.empty() ? tr("Conditions")
                                             : tr("Conditions (%1)").arg(static_cast<int>(conditions.size())));
    if (!wanted.index) return;
    int height = 0;
    for (const CohortFilter::Condition& condition : conditions) {
        auto* chip = new QPushButton(inWords(condition, *wanted.index).replace(u'&', QStringLiteral("&&")) +
                                     QStringLiteral("   ×"));
        chip->setObjectName(QStringLiteral("chip"));
        chip->setToolTip(tr("Take this condition away"));
        chip->setAccessibleName(tr("Take away: %1").arg(inWords(condition, *wanted.index)));
        connect(chip, &QPushButton::clicked, this, [this, condition] {
            CohortFilter next = wanted.filter;
            std::erase(next.conditions, condition);
            setFilter(next);
        });
        chipRow->addWidget(chip);
        chip->ensurePolished();
        height = std::max(height, chip->sizeHint().height());
    }
    chipRow->addStretch(1);
    chips->setFixedHeight(height + chipRow->contentsMargins().bottom());
}

void StudyPanel::showSaved() {
    savedMenu->clear();
    for (auto at = saved.cbegin(); at != saved.cend(); ++at)
        connect(savedMenu->addAction(QString(at.key()).replace(u'&', QStringLiteral("&&"))), &QAction::triggered, this,
                [this, filter = *at] { setFilter(filter); });
    if (!saved.isEmpty()) {
        QMenu* away = savedMenu->addMenu(tr("Take away"));
        for (const QString& name : saved.keys())
            connect(away->addAction(QString(name).replace(u'&', QStringLiteral("&&"))), &QAction::triggered, this,
                    [this, name] {
                        saved.remove(name);
                        showSaved();
                        Q_EMIT savedFiltersChanged();
                    });
        savedMenu->addSeparator();
    }
    auto* name = new QLineEdit;
    name->setObjectName(QStringLiteral("filterName"));
    name->setPlaceholderText(tr("Keep this filter as…"));
    name->setAccessibleName(tr("Name under which to keep this filter"));
    name->setMinimumWidth(220);
    auto* keep = new QWidgetAction(savedMenu);
    keep->setDefaultWidget(name);
    savedMenu->addAction(keep);
    connect(name, &QLineEdit::returnPressed, this, [this, name] {
        const QString word = name->text().trimmed();
        if (word.isEmpty()) return;
        savedMenu->close();
        saved.insert(word, wanted.filter);
        QMetaObject::invokeMethod(this, &StudyPanel::showSaved, Qt::QueuedConnection); // the field that speaks goes
        Q_EMIT savedFiltersChanged();
    });
}

void StudyPanel::setFilter(const CohortFilter& filter) {
    wanted.filter = filter;
    const QSignalBlocker quiet(search);
    if (search->text() != filter.text) search->setText(filter.text);
    form->setConditions(filter.conditions);
    showConditions();
    refresh();
}

void StudyPanel::setOrder(const CohortOrder& order) {
    wanted.order = order;
    const QSignalBlocker quiet(grid->horizontalHeader());
    for (int column = 0; column < std::max<int>(model->columnCount(), StudyModel::FirstVisit); ++column)
        if (StudyModel::fieldOf(column) == order.field)
            grid->horizontalHeader()->setSortIndicator(column,
                                                       order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    refresh();
}

StudyPanel::View StudyPanel::view() const { return static_cast<View>(views->checkedId()); }
void StudyPanel::setView(View view) { views->button(view)->setChecked(true); }

void StudyPanel::setSavedFilters(const QMap<QString, CohortFilter>& filters) {
    saved = filters;
    showSaved();
}

QString StudyPanel::neighbour(const QString& participantUid, int step) const {
    const int way = step < 0 ? -1 : 1;
    int row = model->rowOf(participantUid), left = std::abs(step);
    if (row < 0 || step == 0) return {};
    for (row += way; row >= 0 && row < model->rowCount(); row += way)
        if (model->participant(row).hasImages && --left == 0) return model->participant(row).participant->uid;
    return {};
}

QString StudyPanel::beside(const QString& participantUid, int step) const {
    const int row = model->rowOf(participantUid), next = row + step;
    if (row < 0 || next < 0 || next >= model->rowCount()) return {};
    return model->participant(next).participant->uid;
}

void StudyPanel::setCurrent(const QString& participantUid) {
    grid->setCurrent(participantUid);
    swimmer->setCurrent(participantUid);
    if (participantUid == chosen) return;
    const bool grows = model->rowOf(chosen) < 0 && model->rowOf(participantUid) >= 0;
    chosen = participantUid;
    showDetails();
    if (grows) // not under the second click of a double click
        QTimer::singleShot(QApplication::doubleClickInterval(), this, &StudyPanel::fitDetails);
    else
        fitDetails();
    Q_EMIT currentChanged(chosen);
}

bool StudyPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !search->text().isEmpty()) {
            search->clear();
            return true;
        }
        QWidget* list = pages->currentWidget();
        const bool down = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
        if (down && list != empty && model->rowCount() > 0) {
            if (model->rowOf(chosen) < 0) setCurrent(model->participant(0).participant->uid);
            list->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StudyPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !search->text().isEmpty()) return search->clear();
    if (!isTyped(*event) || !search->isEnabled() || search->hasFocus()) return QWidget::keyPressEvent(event);
    search->setFocus(Qt::OtherFocusReason);
    search->end(false);
    QCoreApplication::sendEvent(search, event);
}

void StudyPanel::resizeEvent(QResizeEvent*) { fitDetails(); }

void StudyPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && shownIndex && legend->isVisibleTo(this)) showLegend();
}

} // namespace neuraxis
