#include "widgets/study_panel.h"

#include "widgets/study_board.h"
#include "widgets/study_details.h"
#include "widgets/study_filter_form.h"
#include "widgets/study_grid.h"
#include "widgets/study_marks.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QWidgetAction>
#include <QtConcurrentRun>
#include <algorithm>

namespace neuraxis {

namespace {

constexpr std::size_t mostAtOnce = 10000; ///< Participants that are filtered where the user types

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
    connect(&filtering, &QFutureWatcherBase::finished, this, [this] { take(filtering.result()); });
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
    simulated = new QLabel(tr("Simulated data"));
    simulated->setObjectName(QStringLiteral("simulated"));
    simulated->hide();
    count = new QLabel;
    count->setObjectName(QStringLiteral("studyCount"));
    auto* research = new QLabel(tr("Research use only"));
    research->setObjectName(QStringLiteral("quiet"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 16, 4);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(simulated);
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
    connect(filterButton, &QToolButton::clicked, this, [this] {
        form->adjustSize();
        const QRect whole = screen()->availableGeometry();
        const QPoint under = filterButton->mapToGlobal(QPoint(0, filterButton->height() + 4));
        form->move(std::clamp(under.x(), whole.left(), std::max(whole.left(), whole.right() - form->width() - 8)),
                   under.y());
        form->show();
    });
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

    axis = new QComboBox;
    axis->setObjectName(QStringLiteral("swimmerAxis"));
    axis->setAccessibleName(tr("Time of the lanes"));
    axis->addItems({tr("Months since onset"), tr("Calendar"), tr("Months since first scan")});
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

    chips = new QWidget;
    chipRow = new QHBoxLayout(chips);
    chipRow->setContentsMargins(16, 0, 16, 8);
    chipRow->setSpacing(6);
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
    clear = new QPushButton(tr("Clear the filter"));
    clear->setObjectName(QStringLiteral("clearFilter"));
    auto* middle = new QVBoxLayout(empty);
    middle->addStretch(1);
    middle->addWidget(emptyText);
    middle->addSpacing(10);
    middle->addWidget(clear, 0, Qt::AlignHCenter);
    middle->addStretch(1);
    pages = new QStackedWidget;
    for (QWidget* page : std::initializer_list<QWidget*>{grid, swimmer, board, empty}) pages->addWidget(page);
    legend = new QLabel;
    legend->setObjectName(QStringLiteral("studyLegend"));
    legend->setTextFormat(Qt::RichText);
    legend->setWordWrap(true);
    details = new StudyDetails;
    column.addWidget(pages, 1);
    column.addWidget(legend);
    column.addWidget(details);

    connect(clear, &QPushButton::clicked, this, [this] {
        setFilter({});
        search->setFocus();
    });
    connect(axis, &QComboBox::currentIndexChanged, this,
            [this](int i) { swimmer->setAxis(static_cast<SwimmerPlot::Axis>(i)); });
    connect(model, &StudyModel::orderChosen, this, [this](const CohortOrder& order) {
        wanted.order = order;
        refresh();
    });
    connect(grid, &StudyGrid::chosen, this, &StudyPanel::choose);
    connect(swimmer, &SwimmerPlot::chosen, this, &StudyPanel::choose);
    connect(grid, &StudyGrid::opened, this, &StudyPanel::opened);
    connect(swimmer, &SwimmerPlot::opened, this, &StudyPanel::opened);
    connect(details, &StudyDetails::openAsked, this, [this] { Q_EMIT opened(chosen); });
    connect(details, &StudyDetails::stepAsked, this, [this](int step) {
        const QString next = neighbour(chosen, step);
        if (!next.isEmpty()) setCurrent(next);
    });
}

void StudyPanel::setCohort(std::shared_ptr<const Cohort> next) {
    cohort = std::move(next);
    if (!cohort) {
        pending.reset();
        wanted.index.reset();
        return refresh();
    }
    if (indexing.isRunning()) {
        pending = cohort;
        return;
    }
    indexing.setFuture(QtConcurrent::run(
        [source = cohort] { return std::shared_ptr<const CohortIndex>(std::make_shared<CohortIndex>(source)); }));
    if (!shownIndex) showRows();
}

void StudyPanel::takeIndex() {
    if (pending) return setCohort(std::exchange(pending, nullptr));
    if (!cohort) return; // closed meanwhile
    wanted.index = indexing.result();
    form->setIndex(*wanted.index);
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
    showConditions();
    showRows();
    Q_EMIT ready();
}

void StudyPanel::showRows() {
    const View at = view();
    const std::size_t whole = shownIndex ? shownIndex->rows().size() : 0;
    const bool nobody = !shownIndex || last.rows.empty();
    title->setText(!cohort ? QString() : cohort->name.isEmpty() ? tr("Study") : cohort->name);
    simulated->setVisible(cohort && cohort->simulated);
    const auto all = static_cast<int>(whole);
    count->setText(
        !shownIndex ? QString()
        : last.rows.size() == whole
            ? tr("%Ln participant(s)", nullptr, all)
            : tr("%1 of %Ln participant(s)", nullptr, all).arg(QLocale().toString(static_cast<int>(last.rows.size()))));
    axis->setVisible(at == Swimmer && !nobody);
    clear->setVisible(whole > 0);
    emptyText->setText(!cohort       ? tr("No study is open.")
                       : !shownIndex ? tr("Reading the study…")
                       : whole == 0  ? tr("Nobody is in this study yet. Add folders with scans, or tables.")
                                     : tr("No participant matches the search and the conditions."));
    for (QWidget* part : std::initializer_list<QWidget*>{search, filterButton, savedButton})
        part->setEnabled(whole > 0);
    if (nobody) {
        pages->setCurrentWidget(empty);
    } else if (at == Grid) {
        pages->setCurrentWidget(grid);
    } else if (at == Swimmer) {
        swimmer->show(shownIndex, last.rows);
        pages->setCurrentWidget(swimmer);
    } else {
        board->show(boardOf(*shownIndex, last.rows));
        pages->setCurrentWidget(board);
    }
    legend->setVisible(!nobody && at != Board);
    details->setVisible(!nobody && at != Board);
    if (legend->isVisibleTo(this)) showLegend(last.rows);
    const bool stillThere = model->rowOf(chosen) >= 0;
    if (!stillThere && !chosen.isEmpty() && (!shownIndex || shownIndex->rowOf(chosen) < 0)) choose({});
    if (stillThere) grid->setCurrent(chosen);
    if (stillThere) swimmer->setCurrent(chosen);
    details->show(shownIndex.get(), stillThere ? shownIndex->rowOf(chosen) : -1);
    details->setNeighbours(!neighbour(chosen, -1).isEmpty(), !neighbour(chosen, 1).isEmpty());
}

void StudyPanel::showLegend(const std::vector<int>& rows) {
    std::vector<int> counts(shownIndex->groups().size());
    for (const int number : rows) ++counts[static_cast<std::size_t>(shownIndex->row(number).group)];
    QStringList parts;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            parts += QStringLiteral("<span style=\"color:%1\">●</span>&nbsp;%2&nbsp;%3")
                         .arg(QColor::fromRgb(shownIndex->groups()[i].colour).name(),
                              shownIndex->groups()[i].title.toHtmlEscaped().replace(u' ', QStringLiteral("&nbsp;")),
                              QLocale().toString(counts[i]));
    QStringList signs;
    if (view() == Grid) {
        for (const int kind : kindsIn(shownIndex->kinds())) {
            const ItemKind& one = itemKinds()[static_cast<std::size_t>(kind)];
            signs +=
                QStringLiteral("<b>%1</b>&nbsp;%2")
                    .arg(one.brief.toHtmlEscaped(), one.title.toHtmlEscaped().replace(u' ', QStringLiteral("&nbsp;")));
        }
        signs += QStringLiteral("<span style=\"color:%1\">%2</span>")
                     .arg(gapColour(palette()).name(), tr("broken frame: gap"));
        signs += tr("numbers: months since onset, + since the first visit");
    } else {
        signs = QStringList{
            tr("<b>N</b> NIV"),     tr("<b>P</b> PEG"),        tr("<b>T</b> tracheostomy"),     tr("<b>†</b> death"),
            tr("→ still followed"), tr("⊣ follow-up stopped"), tr("Ctrl + wheel: zoom in time")};
        for (QString& sign : signs) sign.replace(u' ', QStringLiteral("&nbsp;"));
    }
    legend->setText(parts.join(QStringLiteral(" &nbsp; ")) + QStringLiteral(" &nbsp; | &nbsp; ") +
                    signs.join(QStringLiteral(" &nbsp; ")));
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
    }
    chipRow->addStretch(1);
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
    const int row = model->rowOf(participantUid);
    const int next = row + step;
    if (row < 0 || next < 0 || next >= model->rowCount()) return {};
    return model->participant(next).participant->uid;
}

void StudyPanel::choose(const QString& participantUid) {
    if (participantUid == chosen) return;
    chosen = participantUid;
    const int row = shownIndex ? shownIndex->rowOf(chosen) : -1;
    details->show(shownIndex.get(), row);
    details->setNeighbours(!neighbour(chosen, -1).isEmpty(), !neighbour(chosen, 1).isEmpty());
    Q_EMIT currentChanged(chosen);
}

void StudyPanel::setCurrent(const QString& participantUid) {
    choose(participantUid);
    grid->setCurrent(participantUid);
    swimmer->setCurrent(participantUid);
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

void StudyPanel::resizeEvent(QResizeEvent*) {
    details->setFixedHeight(std::min(details->fullHeight(), std::max(fontMetrics().height() * 8, height() / 4)));
}

void StudyPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && shownIndex && legend->isVisibleTo(this)) showLegend(last.rows);
}

} // namespace neuraxis
