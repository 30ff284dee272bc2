// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dialogs/feed_dialog.h"

#include "ui/bridge/person.h"
#include "ui/pipeline/dialogs/address_form.h"
#include "ui/pipeline/dialogs/field_names.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cell_delegate.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QTableWidget>

namespace gavel::pipeline_page {

using namespace widgets;

namespace {

constexpr int kFieldsHeight = 152;
constexpr int kFieldRow = 28;

Error feedRefusal(const QString& field, const QString& rule)
{
    return {"SOURCE_WRONG", field.toStdString(), rule.toStdString()};
}

} // namespace

FeedDialog::FeedDialog(const bridge::PipelineClient& pipeline, QWidget* parent)
    : OrderDialog(tr("Feed a file"), tr("Feed"), parent)
    , m_pipeline(pipeline)
    , m_place(new QLineEdit)
    , m_format(new QComboBox)
    , m_fields(new QTableWidget(0, 2))
    , m_address(new AddressForm)
{
    setFixedWidth(580);
    addField(tr("File, folder or address"), makePlace());
    m_name = addLine(tr("Name"), {}, tr("made of the path"));
    addField(tr("Format"), m_format);
    m_every = addLine(tr("Look again every"), {}, tr("once; or seconds, 60"));
    addField(tr("Fields"), makeFields());
    content()->insertWidget(1, m_address);
    setCheck([this] { check(); });
    setOrder([this] { carryOut(); });
    connect(m_place, &QLineEdit::textChanged, this, &FeedDialog::placeChanged);
    connect(m_address, &AddressForm::changed, this, &OrderDialog::changed);
    connect(m_place, &QLineEdit::editingFinished, this, &FeedDialog::readNames);
    connect(m_format, &QComboBox::activated, this, &OrderDialog::changed);
    placeChanged();
}

QWidget* FeedDialog::makePlace()
{
    m_place->setPlaceholderText(
        QStringLiteral("/data/orders.jsonl, https://partner.example/events"));
    m_place->setAccessibleName(tr("File, folder or address"));
    auto* file = new Button(tr("File…"));
    auto* folder = new Button(tr("Folder…"));
    connect(file, &QPushButton::clicked, this, [this] { browse(false); });
    connect(folder, &QPushButton::clicked, this, [this] { browse(true); });
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_place, 1);
    row->addWidget(file);
    row->addWidget(folder);
    return both;
}

QWidget* FeedDialog::makeFields()
{
    m_fields->setAccessibleName(tr("Fields"));
    m_fields->setHorizontalHeaderLabels({tr("Theirs"), tr("Ours")});
    m_fields->verticalHeader()->hide();
    m_fields->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_fields->setFixedHeight(kFieldsHeight);
    m_fields->setToolTip(tr("Fields with our names need no row."));
    m_fields->setShowGrid(false);
    m_fields->setItemDelegate(new CellDelegate(m_fields));
    m_fields->verticalHeader()->setDefaultSectionSize(kFieldRow);
    m_fields->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_fields->setTabKeyNavigation(false);
    connect(m_fields, &QTableWidget::cellChanged, this, &FeedDialog::rowTyped);
    addRow({});
    return m_fields;
}

void FeedDialog::browse(bool folder)
{
    auto* dialog = new QFileDialog(this, folder ? tr("Folder to feed") : tr("File to feed"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (!folder)
        dialog->setNameFilters(
            {tr("Events (*.jsonl *.json *.csv *.gz *.zst)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& chosen) {
        m_place->setText(chosen);
        readNames();
    });
    dialog->open();
}

bool FeedDialog::isAddress() const
{
    const QString place = m_place->text().trimmed();
    return place.startsWith(u"http://") || place.startsWith(u"https://");
}

/// What can be said of an address is asked only of one.
void FeedDialog::placeChanged()
{
    if (m_showsAddress != isAddress()) {
        m_showsAddress = isAddress();
        m_format->clear();
        m_format->addItem(isAddress() ? tr("JSON") : tr("told from the name"), QString());
        m_format->addItem(tr("JSON Lines"), QStringLiteral("jsonl"));
        if (!isAddress())
            m_format->addItem(tr("CSV with a header"), QStringLiteral("csv"));
        m_every->setPlaceholderText(isAddress() ? tr("seconds, 60") : tr("once; or seconds, 60"));
        m_name->setPlaceholderText(isAddress() ? tr("made of the host") : tr("made of the path"));
        m_address->setVisible(isAddress());
    }
    changed();
}

/// The names in the first line of a file that are not ours get a row each.
void FeedDialog::readNames()
{
    const QString place = m_place->text().trimmed();
    if (place.isEmpty() || isAddress())
        return;
    m_pipeline.ask(
        this, [place](runtime::PipelineDesk&) { return foreignNamesOf(place); },
        [this, place](const QStringList& names) {
            if (place == m_place->text().trimmed() && !names.isEmpty())
                showNames(names);
        });
}

void FeedDialog::showNames(const QStringList& names)
{
    m_fields->setRowCount(0);
    for (const QString& name : names)
        addRow(name);
    addRow({});
    changed();
}

void FeedDialog::addRow(const QString& name)
{
    const QSignalBlocker quiet(m_fields);
    const int row = m_fields->rowCount();
    m_fields->insertRow(row);
    m_fields->setItem(row, 0, new QTableWidgetItem(name));
    auto* ours = new QComboBox;
    ours->addItem(tr("left out"), QString());
    for (const std::string_view field : model::kAdFieldNames)
        ours->addItem(words::of(field), words::of(field));
    ours->setAccessibleName(tr("Our name of row %1").arg(row + 1));
    ours->setCurrentIndex(std::max(ours->findData(likelyFieldOf(name)), 0));
    connect(ours, &QComboBox::activated, this, &OrderDialog::changed);
    m_fields->setCellWidget(row, 1, ours);
}

/// There is always a row for one more.
void FeedDialog::rowTyped(int row)
{
    const bool isLast = row == m_fields->rowCount() - 1;
    if (isLast && !m_fields->item(row, 0)->text().isEmpty())
        addRow({});
    changed();
}

Result<runtime::SourceOrder> FeedDialog::order() const
{
    runtime::SourceOrder order;
    order.place = m_place->text().trimmed().toStdString();
    if (order.place.empty())
        return feedRefusal(tr("place"), tr("name a file, a folder or an address"));
    order.collector = isAddress() ? "poll" : "file";
    order.name = m_name->text().trimmed().toStdString();
    order.format = m_format->currentData().toString().toStdString();
    if (const QString every = m_every->text().trimmed(); !every.isEmpty()) {
        bool isNumber = false;
        order.everySeconds = every.toLongLong(&isNumber);
        const std::int64_t most = base::kDayMs / base::kSecondMs;
        if (!isNumber || order.everySeconds < 1 || order.everySeconds > most)
            return feedRefusal(tr("look again every"),
                               tr("write seconds from 1 to %1, or nothing").arg(most));
    } else if (isAddress()) {
        return feedRefusal(tr("look again every"), tr("an address is looked at again and again"));
    }
    if (isAddress())
        order.address = m_address->order();
    for (int row = 0; row < m_fields->rowCount(); ++row) {
        const QTableWidgetItem* theirs = m_fields->item(row, 0);
        const auto* ours = static_cast<QComboBox*>(m_fields->cellWidget(row, 1));
        const QString name = theirs == nullptr ? QString() : theirs->text().trimmed();
        const QString field = ours->currentData().toString();
        if (name.isEmpty() && !field.isEmpty())
            return feedRefusal(tr("fields"), tr("row %1 has no name of theirs").arg(row + 1));
        if (!field.isEmpty())
            order.fields.emplace_back(name.toStdString(), field.toStdString());
    }
    return order;
}

void FeedDialog::check()
{
    const auto wanted = order();
    if (!wanted) {
        const bool isNew = m_place->text().isEmpty();
        return tell({}, isNew ? QStringList() : QStringList{words::wrong(wanted.error())}, false);
    }
    const int fields = static_cast<int>(wanted->fields.size());
    QStringList what{
        wanted->collector == "poll"
            ? tr("The address is asked every %1 s, with %n field(s) renamed.", nullptr, fields)
                  .arg(wanted->everySeconds)
            : wanted->everySeconds == 0
            ? tr("What is there is read once, with %n field(s) renamed.", nullptr, fields)
            : tr("What is there is read, then what is new every %1 s, with %n "
                 "field(s) renamed.",
                 nullptr, fields)
                  .arg(wanted->everySeconds)};
    what << tr("Events that are stored already count once.");
    tell(what, {}, true);
}

void FeedDialog::carryOut()
{
    const auto wanted = order();
    if (!wanted)
        return check();
    m_pipeline.ask(
        this,
        [order = *wanted](runtime::PipelineDesk& desk) {
            return desk.addSource(order, bridge::personName());
        },
        [this, place = words::of(wanted->place)](const Result<void>& done) {
            if (!done)
                return tell({}, {words::wrong(done.error())}, false);
            Q_EMIT added(place);
            accept();
        });
}

} // namespace gavel::pipeline_page
