#include "app/mapping_form.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStandardItemModel>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace neuraxis {

namespace {

enum Column { NameColumn, ValuesColumn, MeaningColumn, NoteColumn, ColumnCount };

/// The first different values, as the table has them.
QString someValues(const study::DelimitedTable& table, qsizetype column) {
    constexpr int most = 3;
    constexpr std::size_t mostRows = 200;
    QStringList values;
    for (std::size_t r = 0; r < std::min(mostRows, table.rows.size()); ++r) {
        const QString cell = table.rows[r].cells.value(column);
        if (!study::isMissing(cell) && !values.contains(cell)) values << cell;
        if (values.size() == most) break;
    }
    return values.join(QStringLiteral(", "));
}

QTableWidgetItem* fixed(const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled);
    item->setToolTip(text);
    return item;
}

/// One list for all choices, which may be hundreds.
QStandardItemModel* meaningsModel(QObject* parent) {
    auto* model = new QStandardItemModel(parent);
    for (const QString& meaning : study::meanings()) {
        auto* item = new QStandardItem(study::meaningInWords(meaning));
        item->setData(meaning, Qt::UserRole);
        model->appendRow(item);
    }
    return model;
}

} // namespace

MappingForm::MappingForm(const study::DelimitedTable& table, study::TableMapping guess, QWidget* parent)
    : QDialog(parent), shown(std::move(guess)), columns(new QTableWidget), fault(new QLabel) {
    setWindowTitle(tr("What the columns of %1 mean").arg(table.name));
    auto* intro = new QLabel(tr("This was guessed from the columns' names and values. Correct what is wrong. It is "
                                "written beside the table as %1 and read from there the next time.")
                                 .arg(study::mappingFile(table.name).section(u'/', -1)));
    intro->setWordWrap(true);
    fault->setObjectName(QStringLiteral("notice"));
    fault->setWordWrap(true);
    auto* box = new QDialogButtonBox;
    take = box->addButton(tr("Take the table"), QDialogButtonBox::AcceptRole);
    box->addButton(tr("Leave it out"), QDialogButtonBox::RejectRole);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(intro);
    layout->addWidget(columns, 1);
    layout->addWidget(fault);
    layout->addWidget(box);
    fill(table);
    showFault();
    resize(QSize(900, 560).boundedTo(screen()->availableSize() - QSize(40, 60)));
}

void MappingForm::fill(const study::DelimitedTable& table) {
    columns->setColumnCount(ColumnCount);
    columns->setHorizontalHeaderLabels({tr("Column"), tr("Values"), tr("Meaning"), tr("Date format or note")});
    columns->setRowCount(static_cast<int>(shown.size()));
    columns->verticalHeader()->hide();
    columns->setAccessibleName(tr("Columns and what they mean"));
    columns->setSelectionMode(QAbstractItemView::NoSelection);
    columns->setFocusPolicy(Qt::NoFocus);
    columns->setShowGrid(false);
    columns->setAlternatingRowColors(true);
    columns->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    QStandardItemModel* model = meaningsModel(this);
    for (int row = 0; row < columns->rowCount(); ++row) {
        const study::TableColumn& column = shown[static_cast<std::size_t>(row)];
        columns->setItem(row, NameColumn, fixed(column.column));
        const bool mayName = column.meaning == study::leftOut; // so it was guessed
        columns->setItem(row, ValuesColumn, fixed(mayName ? tr("not shown") : someValues(table, row)));
        columns->setItem(row, NoteColumn, fixed(column.note));
        auto* choice = new QComboBox;
        choice->setModel(model);
        choice->setCurrentIndex(choice->findData(column.meaning));
        choice->setAccessibleName(tr("Meaning of %1").arg(column.column));
        choice->setMaxVisibleItems(20);
        choice->setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the list, and changes nothing
        choice->installEventFilter(this);
        connect(choice, &QComboBox::activated, this,
                [this, row, choice](int index) { change(row, choice->itemData(index).toString()); });
        columns->setCellWidget(row, MeaningColumn, choice);
    }
    columns->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    columns->horizontalHeader()->setStretchLastSection(true);
    columns->setColumnWidth(NameColumn, 190);
    columns->setColumnWidth(ValuesColumn, 230);
    columns->setColumnWidth(MeaningColumn, 280);
}

bool MappingForm::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
        return QDialog::eventFilter(watched, event);
    event->ignore();
    return true;
}

void MappingForm::change(int row, const QString& meaning) {
    study::TableColumn& column = shown[static_cast<std::size_t>(row)];
    if (column.meaning == meaning) return;
    column.meaning = meaning;
    column.note.clear(); // of a date the format is found again
    columns->item(row, NoteColumn)->setText({});
    showFault();
}

void MappingForm::showFault() {
    const QString sentence = study::mappingFault(shown);
    fault->setText(sentence);
    fault->setVisible(!sentence.isEmpty());
    take->setEnabled(sentence.isEmpty());
}

} // namespace neuraxis
