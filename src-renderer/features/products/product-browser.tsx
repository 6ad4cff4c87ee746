// View tabs, search and filters above the grid; legend and keys below it. Remembers the view that was open last.
import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { productsTexts } from '@shared/texts/products';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import { EmptyState } from '../../components/states';
import type { DossierRow } from '../../session/dossier-row';
import { useActiveEdition, useDesk } from '../../session/session-context';
import { useNewDossier } from '../../session/use-new-dossier';
import { FilterBar } from './filter-bar';
import { ProductGrid } from './product-grid';
import { isProductView, PRODUCT_VIEWS, type ProductFilter, type ProductView, productsOf, viewCounts } from './product-list';

const START: ProductFilter = { view: 'open', query: '', form: null, status: null };

export function ProductBrowser({ rows }: { rows: readonly DossierRow[] }) {
  const texts = useTexts(productsTexts);
  const { store } = useDesk();
  const navigate = useNavigate();
  const location = useLocation();
  const newDossier = useNewDossier();
  const edition = useActiveEdition();
  const [filter, setFilter] = useState<ProductFilter>(START);
  const [compact, setCompact] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLSelectElement>(null);
  const counts = useMemo(() => viewCounts(rows), [rows]);
  const shown = useMemo(() => productsOf(rows, filter), [rows, filter]);

  useEffect(() => {
    let current = true;
    void store.setting('productView').then((view) => {
      if (current && isProductView(view)) setFilter((before) => ({ ...before, view }));
    });
    return () => {
      current = false;
    };
  }, [store]);
  useEffect(() => {
    if ((location.state as { search?: boolean } | null)?.search) search.current?.focus();
  }, [location.state]);
  useKeys([
    { keys: '/', label: texts.keys.search, run: () => search.current?.focus() },
    { keys: 'F', label: texts.keys.filter, run: () => form.current?.focus() },
  ]);

  const show = (view: ProductView) => {
    setFilter({ ...filter, view });
    void store.setSetting('productView', view);
  };
  const register = () => void newDossier().then((id) => id && navigate(`/register/${id}`));

  return (
    <>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 3,
          pl: 3,
          pr: 4,
          height: 46,
          flexShrink: 0,
          borderBottom: '1px solid',
          borderColor: 'hairline',
        }}
      >
        <Tabs
          value={filter.view}
          onChange={(_event, view: ProductView) => show(view)}
          aria-label={texts.views.label}
          variant="scrollable"
          scrollButtons={false}
          sx={{ flex: 1 }}
        >
          {PRODUCT_VIEWS.map((view) => (
            <Tab
              key={view}
              value={view}
              label={
                <span>
                  {texts.views[view]} <strong>{counts[view]}</strong>
                </span>
              }
            />
          ))}
        </Tabs>
        <Button
          variant="contained"
          color="primary"
          disabled={edition === null}
          onClick={register}
          startIcon={<AddOutlined sx={{ fontSize: 18 }} />}
        >
          {texts.register} <Kbd keys="Ctrl+N" onFill />
        </Button>
      </Box>
      <FilterBar
        filter={filter}
        onChange={setFilter}
        count={shown.length}
        compact={compact}
        onCompact={setCompact}
        searchRef={search}
        formRef={form}
      />
      {shown.length > 0 ? (
        <ProductGrid rows={shown} compact={compact} />
      ) : (
        <EmptyState
          title={rows.length === 0 ? texts.none : texts.noMatch}
          actions={rows.length > 0 && <Button onClick={() => setFilter({ ...START, view: 'all' })}>{texts.clear}</Button>}
        >
          {rows.length === 0 ? texts.noneAbout : texts.noMatchAbout(filter.query)}
        </EmptyState>
      )}
    </>
  );
}
