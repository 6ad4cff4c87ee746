"""Makes table.* with LibreOffice: python3 make-table.py FOLDER, under a LibreOffice whose Python bridge (python3-uno) is installed. Nobody in it exists."""
import subprocess
import sys
import time

import uno
from com.sun.star.awt import Rectangle
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.DataPilotFieldOrientation import DATA, ROW
from com.sun.star.sheet.GeneralFunction import SUM
from com.sun.star.table import CellAddress, CellRangeAddress

folder = sys.argv[1]


def values(**given):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in given.items())


office = subprocess.Popen(['soffice', '--headless', '--norestore', '--accept=pipe,name=shiqi;urp'])
context = None
for _ in range(120):
    try:
        resolver = uno.getComponentContext().ServiceManager.createInstance('com.sun.star.bridge.UnoUrlResolver')
        context = resolver.resolve('uno:pipe,name=shiqi;urp;StarOffice.ComponentContext')
        break
    except Exception:
        time.sleep(0.5)
if context is None:
    office.kill()
    sys.exit('LibreOffice does not answer')
desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
document = desktop.loadComponentFromURL('private:factory/scalc', '_blank', 0, values(Hidden=True))
document.DocumentProperties.Author = '示例编制人'
sheets = document.Sheets
formats = document.NumberFormats
anywhere = uno.createUnoStruct('com.sun.star.lang.Locale')


def form(code):
    known = formats.queryKey(code, anywhere, False)
    return known if known >= 0 else formats.addNew(code, anywhere)


def resident(n):
    body = '230202%s%03d' % ('1990%02d%02d' % (1 + n % 12, 1 + n % 28), n % 1000)
    return body + '10X98765432'[sum(int(c) * w for c, w in zip(body, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11]


data = sheets.getByIndex(0)
data.Name = '数据'
for column, name in enumerate(['姓名', '手机', '身份证号', '出生日期', '金额', '卡号', '到账时间', '启用', '公式', '占比', '备注']):
    data.getCellByPosition(column, 0).String = name
for row in range(1, 31):
    cell = [data.getCellByPosition(column, row) for column in range(11)]
    cell[0].String = '示例%s%s' % ('甲乙丙'[row // 10 % 3], '一二三四五六七八九十'[row % 10])
    cell[1].String = '139000010%02d' % row
    cell[2].String = resident(row)
    cell[3].Formula = '1990-%02d-%02d' % (1 + row % 12, 1 + row % 28)
    cell[3].NumberFormat = form('YYYY-MM-DD')
    cell[4].Value = row * 1.25
    cell[4].NumberFormat = form('#,##0.00')
    # A card number as a number: the last digits are lost.
    cell[5].Value = float(6222020000000000000 + row * 1000003)
    cell[6].Value = 46000 + row + 0.25 + row / 86400
    cell[6].NumberFormat = form('YYYY-MM-DD HH:MM:SS')
    cell[7].Formula = '=TRUE()' if row % 2 else '=FALSE()'
    cell[8].Formula = '=A%d&"-"&B%d' % (row + 1, row + 1)
    cell[9].Value = row / 100
    cell[9].NumberFormat = form('0.00%')
    cell[10].String = '多行\n第二行' if row == 3 else ("'=1+1" if row == 4 else '')
data.getCellByPosition(10, 5).Formula = '=HYPERLINK("http://collector.example.com/x";"看")'
data.Rows.getByIndex(9).IsVisible = False
data.Columns.getByIndex(2).IsVisible = False
data.Annotations.insertNew(CellAddress(0, 1, 2), '经办 13900009999 请核对')
sheets.insertNewByName('明细', 1)
hidden = sheets.getByName('明细')
for row in range(12):
    hidden.getCellByPosition(0, row).String = '户主' if row == 0 else '示例甲%d' % row
    hidden.getCellByPosition(1, row).String = '手机' if row == 0 else '138000010%02d' % row
hidden.IsVisible = False
sheets.insertNewByName('透视', 2)
tables = sheets.getByName('透视').DataPilotTables
pivot = tables.createDataPilotDescriptor()
pivot.setSourceRange(CellRangeAddress(0, 0, 0, 4, 30))
pivot.DataPilotFields.getByIndex(0).Orientation = ROW
pivot.DataPilotFields.getByIndex(4).Orientation = DATA
pivot.DataPilotFields.getByIndex(4).Function = SUM
tables.insertNewByName('pivot', CellAddress(2, 0, 0), pivot)
sheets.insertNewByName('图', 3)
sheets.getByName('图').Charts.addNewByName('chart', Rectangle(100, 100, 8000, 6000), (CellRangeAddress(0, 4, 0, 4, 11),), True, False)
document.NamedRanges.addNewByName('名单', '$数据.$A$2:$B$31', CellAddress(0, 0, 0), 0)
sheets.insertNewByName('空', 4)
for name, kind, options in [
    ('table.xlsx', 'Calc MS Excel 2007 XML', {}),
    ('table.xls', 'MS Excel 97', {}),
    ('table.csv', 'Text - txt - csv (StarCalc)', {'FilterOptions': '44,34,76,1,,0,false,true,false,false,false,1'}),
]:
    document.storeToURL('file://%s/%s' % (folder, name), values(FilterName=kind, **options))
document.close(True)
desktop.terminate()
